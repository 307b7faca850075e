import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import { ask } from '../asking/ask.js';
import { ThingSuggestionsDocument } from '../graphql/graphql.js';
import { useNameOf, useVocabulary, useWords } from '../language/language.js';
import { useView } from '../site/view.js';
import { codeOf } from './found.js';
import './thing-picker.css';

/** A box to choose a thing in: suggests as one types, by mouse or by ↑ ↓ Enter Esc. */
export function ThingPicker({
  label,
  onPick,
  placeholder,
}: {
  readonly label: string;
  readonly onPick: (id: string) => void;
  readonly placeholder?: string;
}) {
  const id = useId();
  const words = useWords();
  const nameOf = useNameOf();
  const vocabulary = useVocabulary();
  const { municipality } = useView();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const query = useDeferredValue(typed.trim());
  const variables = { query, municipality: municipality.id };
  const { data } = useQuery({
    queryKey: [String(ThingSuggestionsDocument), variables],
    queryFn: ({ signal }) => ask({ document: ThingSuggestionsDocument, variables }, signal),
    enabled: query !== '',
    placeholderData: (before) => before,
  });
  const found = query === '' ? [] : (data?.search.edges ?? []);
  const shown = open && found.length > 0;

  const pick = (index: number) => {
    const edge = found[index];
    if (!edge) return;
    setTyped('');
    setOpen(false);
    onPick(edge.node.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive((now) => (now + step + found.length) % found.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      pick(active);
    } else if (event.key === 'Escape') setOpen(false);
  };
  return (
    <div className="thing-picker">
      <label htmlFor={`${id}-input`}>{label}</label>
      <input
        id={`${id}-input`}
        type="search"
        role="combobox"
        autoComplete="off"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown ? `${id}-${active}` : undefined}
        placeholder={placeholder ?? words.pickPlaceholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} hidden={!shown}>
        {found.map(({ node }, index) => (
          <div
            key={node.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => {
              // The box keeps the focus, or its leaving would close the list before the click arrives.
              event.preventDefault();
              pick(index);
            }}
          >
            {codeOf(node)} {nameOf(node)} <span className="quiet-text">{vocabulary.type(node.__typename)}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
