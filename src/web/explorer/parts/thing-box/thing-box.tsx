import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useId, useState } from 'react';
import { useLaterAnswer } from '../../client/use-answer.js';
import { type FoundThingFragment, SuggestDocument } from '../../graphql/graphql.js';
import { useView } from '../../site/view.js';
import { Suggestions } from './suggestions.js';
import './thing-box.css';
import { useSettled } from './use-settled.js';

/** How long typing pauses, in milliseconds, before suggestions are asked for. */
const pause = 120;

const nothing: readonly FoundThingFragment[] = [];

/**
 * A box that suggests things as one types. The arrow keys choose, Enter takes what is chosen, Escape closes. Where
 * `onQuery` is given nothing is chosen at first, and Enter hands it what was typed; else the best one is.
 */
export function ThingBox({
  input,
  inputId,
  label,
  placeholder,
  onThing,
  onQuery,
}: {
  readonly input?: RefObject<HTMLInputElement | null> | undefined;
  readonly inputId?: string;
  readonly label: string;
  readonly placeholder: string;
  readonly onThing: (id: string) => void;
  readonly onQuery?: (typed: string) => void;
}) {
  const { municipality, stage } = useView();
  const id = useId();
  const atFirst = onQuery ? -1 : 0;
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(atFirst);
  const [wish, setWish] = useState<string | null>(null);

  const query = useSettled(typed.trim(), pause);
  const { answer, isOfBefore } = useLaterAnswer(
    SuggestDocument,
    query === '' ? null : { query, municipality: municipality.id, stage },
  );
  const found = typed.trim() === '' || !answer ? nothing : byType(answer.search.edges);
  const shown = isOpen ? found : nothing;
  // What was found for the text before can be looked at, not taken.
  const isReady = answer !== undefined && query === typed.trim() && !isOfBefore;
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
  const takeWished = useEffectEvent(() => take(0));
  useEffect(() => {
    if (wish === null || !isReady) return;
    setWish(null);
    if (wish === query) takeWished();
  }, [wish, isReady, query]);
  const move = (step: number) => {
    setOpen(true);
    // Where none can be chosen, that is a place too.
    const places = found.length - atFirst;
    if (isReady && places > 0) setChosen(((at - atFirst + step + places) % places) + atFirst);
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
      else setWish(typed.trim());
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
        isNothing={isOpen && isReady && query !== '' && found.length === 0}
        onOpen={take}
        onAll={onQuery && (() => take(-1))}
      />
    </search>
  );
}

/** The same with those of one type beside each other, in the order in which they are shown and chosen. */
const byType = (found: readonly FoundThingFragment[]) =>
  [...Map.groupBy(found, ({ node }) => node.__typename).values()].flat();
