import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useId, useState } from 'react';
import { useOptionalAnswer } from '../../client/use-answer.js';
import { useFailureText } from '../../client/use-failure-text.js';
import { type EntityType, type SearchMatchPartsFragment, SuggestDocument } from '../../graphql/graphql.js';
import { useWords } from '../../language/words.js';
import { useView } from '../../site/view.js';
import { Suggestions } from './suggestions.js';
import './thing-box.css';

/** How long typing pauses, in milliseconds, before suggestions are asked for. */
const pause = 120;

const nothing: readonly SearchMatchPartsFragment[] = [];

/**
 * A box that suggests things as one types. The arrow keys choose, Enter takes what is chosen, Escape closes. Where
 * `onQuery` is given nothing is chosen at first, and Enter hands it what was typed; else the best one is.
 */
export function ThingBox({
  input,
  inputId,
  label,
  placeholder,
  type,
  onThing,
  onQuery,
}: {
  readonly input?: RefObject<HTMLInputElement | null> | undefined;
  readonly inputId?: string;
  readonly label: string;
  readonly placeholder: string;
  /** Suggests only things of this type. */
  readonly type?: EntityType | undefined;
  readonly onThing: (id: string) => void;
  readonly onQuery?: (typed: string) => void;
}) {
  const { municipality, stage } = useView();
  const id = useId();
  const atFirst = onQuery ? -1 : 0;
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(atFirst);
  /** What was typed when Enter came before its suggestions. */
  const [pending, setPending] = useState<string | null>(null);

  const query = useDebounced(typed.trim(), pause);
  const failureText = useFailureText();
  const { answer, error, isPrevious } = useOptionalAnswer(
    SuggestDocument,
    query === '' ? null : { query, municipality: municipality.id, stage, types: type ? [type] : null },
  );
  const found = typed.trim() === '' || !answer ? nothing : byType(answer.search.edges);
  const shown = isOpen ? found : nothing;
  // What was found for the text before can be looked at, not taken.
  const isReady = answer !== undefined && query === typed.trim() && !isPrevious;
  const at = Math.min(chosen, found.length - 1);

  const take = (index: number) => {
    const thing = found[index]?.node;
    if (thing) {
      setTyped('');
      setOpen(false);
      setChosen(atFirst);
      onThing(thing.id);
    } else if (onQuery && typed.trim() !== '') {
      setOpen(false);
      onQuery(typed.trim());
    }
  };
  // Who types and presses Enter at once means the best of what will be found.
  const takePending = useEffectEvent(() => take(0));
  useEffect(() => {
    if (pending === null || !isReady) return;
    setPending(null);
    if (pending === query) takePending();
  }, [pending, isReady, query]);
  const move = (step: number) => {
    setOpen(true);
    // Where none can be chosen, that is a choice too.
    const count = found.length - atFirst;
    if (isReady && count > 0) setChosen(((at - atFirst + step + count) % count) + atFirst);
  };
  const press = (event: KeyboardEvent) => {
    // Safari tells of the Enter that ends a conversion after its end, under the number of keys that belong to it.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const { key } = event;
    if (key === 'Escape') {
      setOpen(false);
      setChosen(atFirst);
    }
    if (key !== 'ArrowDown' && key !== 'ArrowUp' && key !== 'Enter') return;
    event.preventDefault();
    if (key === 'Enter') {
      if (isReady || onQuery) take(isReady ? at : -1);
      else setPending(typed.trim());
    } else move(key === 'ArrowDown' ? 1 : -1);
  };
  return (
    <search
      className="thing-box"
      aria-label={label}
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && setOpen(false)}
    >
      <input
        ref={input}
        id={inputId}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={shown.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={shown.length > 0 && at >= 0 ? `${id}-${at}` : undefined}
        autoComplete="off"
        enterKeyHint={onQuery ? 'search' : 'done'}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(atFirst);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={press}
      />
      <Suggestions
        id={id}
        found={shown}
        total={answer?.search.totalCount ?? 0}
        chosen={at}
        failure={isOpen && error !== null && query === typed.trim() ? failureText(error) : null}
        isNothing={isOpen && isReady && query !== '' && found.length === 0}
        onOpen={take}
        onAll={onQuery && (() => take(-1))}
      />
    </search>
  );
}

/** Chooses one thing, under a label of its own. */
export function ThingPicker({
  label,
  type,
  onPick,
  input,
}: {
  readonly label: string;
  /** Offers only things of this type. */
  readonly type?: EntityType | undefined;
  readonly onPick: (id: string) => void;
  readonly input?: RefObject<HTMLInputElement | null>;
}) {
  const id = useId();
  const { pickPlaceholder } = useWords();
  return (
    <div className="thing-picker small">
      <label htmlFor={id}>{label}</label>
      <ThingBox inputId={id} input={input} label={label} type={type} placeholder={pickPlaceholder} onThing={onPick} />
    </div>
  );
}

/** The same with those of one type beside each other, in the order in which they are shown and chosen. */
const byType = (found: readonly SearchMatchPartsFragment[]) =>
  [...Map.groupBy(found, ({ node }) => node.__typename).values()].flat();

/** A value as it was when it last stayed the same for some milliseconds. */
function useDebounced<Value>(value: Value, milliseconds: number): Value {
  const [debounced, setDebounced] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setDebounced(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return debounced;
}
