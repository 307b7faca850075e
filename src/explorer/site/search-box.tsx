import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useLaterAnswer } from '../asking/use-answer.js';
import { SuggestDocument } from '../graphql/graphql.js';
import { useWords } from '../language/language.js';
import type { FoundThing } from '../parts/found.js';
import { thingAddress } from '../parts/thing-link.js';
import './search-box.css';
import { Suggestions } from './suggestions.js';
import { useSettled } from './use-settled.js';
import { useView } from './view.js';

/** How long typing pauses, in milliseconds, before suggestions are asked for. */
const pause = 120;

const nothing: readonly FoundThing[] = [];

/**
 * Search from anywhere: `/` goes to it, and it suggests as one types. The arrow keys choose, Enter opens what is chosen or
 * else the page of all results, Escape closes.
 */
export function SearchBox() {
  const words = useWords();
  const navigate = useNavigate();
  const { municipality, stage, parameters } = useView();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(-1);
  useFocusBySlash(input);

  const query = useSettled(typed.trim(), pause);
  const { answer } = useLaterAnswer(
    SuggestDocument,
    query === '' ? null : { query, municipality: municipality.id, stage },
  );
  const found = typed.trim() === '' || !answer ? nothing : byType(answer.search.edges);
  const shown = isOpen && found.length > 0;

  const go = (pathname: string, search: Record<string, string> = {}) => {
    setOpen(false);
    // What was searched for is read next, and `/` leads back here.
    document.getElementById('content')?.focus();
    navigate({ pathname, search: String(new URLSearchParams({ ...search, ...parameters })) });
  };
  const open = (index: number) => {
    const thing = shown ? found[index]?.node : undefined;
    if (thing) {
      setTyped('');
      go(thingAddress(thing.id));
    } else if (typed.trim() !== '') go('/search', { q: typed.trim() });
  };
  const move = (event: KeyboardEvent, step: number) => {
    event.preventDefault();
    setOpen(true);
    // One place more than there are suggestions: none of them, which is where one starts.
    const places = found.length + 1;
    setChosen((now) => ((now + 1 + step + places) % places) - 1);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(event, 1);
    else if (event.key === 'ArrowUp') move(event, -1);
    else if (event.key === 'Escape') setOpen(false);
  };
  return (
    <search
      className="site-search"
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && setOpen(false)}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          open(chosen);
        }}
      >
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={words.pages.search}
          aria-expanded={shown}
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={shown && chosen >= 0 ? `${id}-${chosen}` : undefined}
          autoComplete="off"
          enterKeyHint="search"
          placeholder={words.searchPlaceholder}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen(-1);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onKeyDown={press}
        />
      </form>
      <Suggestions
        id={id}
        found={shown ? found : nothing}
        total={answer?.search.totalCount ?? 0}
        chosen={chosen}
        onOpen={open}
      />
    </search>
  );
}

/** The same with those of one type beside each other, in the order in which they are shown and chosen. */
const byType = (found: readonly FoundThing[]) => [...Map.groupBy(found, ({ node }) => node.__typename).values()].flat();

/** `/` goes to the input from wherever one is not typing. */
function useFocusBySlash(input: { readonly current: HTMLInputElement | null }) {
  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, [input]);
}
