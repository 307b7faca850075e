import type { SearchMatchPartsFragment } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import { SearchMatch } from '../search-match.js';

const intoView = (option: HTMLElement | null) => option?.scrollIntoView({ block: 'nearest' });

/** What is suggested, by type, the best first: the list of a combobox, whose options have the ids `<id>-<index>`. */
export function Suggestions({
  id,
  found,
  total,
  chosen,
  isNothing,
  failure,
  onOpen,
  onAll,
}: {
  readonly id: string;
  readonly found: readonly SearchMatchPartsFragment[];
  readonly total: number;
  /** The index of the chosen one; -1 for none. */
  readonly chosen: number;
  /** Whether nothing fits what was typed. */
  readonly isNothing: boolean;
  /** Why there are no suggestions for what was typed; null where they are there or on their way. */
  readonly failure: string | null;
  readonly onOpen: (index: number) => void;
  /** Shows all that was found; left out where there is no page for that. */
  readonly onAll?: (() => void) | undefined;
}) {
  const { label, nothing, shown, all, failed } = useWords().suggestions;
  const { vocabulary } = useLabels();
  const groups = Map.groupBy(found.entries(), ([, { node }]) => node.__typename);
  return (
    <>
      <div role="status" className={isNothing || failure !== null ? 'suggestions box' : 'visually-hidden'}>
        {failure !== null ? failed(failure) : isNothing ? nothing : found.length > 0 && shown(found.length, total)}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the focus stays in the box whatever is pressed here */}
      <div className="suggestions box" hidden={found.length === 0} onMouseDown={(event) => event.preventDefault()}>
        <div id={id} role="listbox" aria-label={label}>
          {[...groups].map(([type, entries]) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own outside of a select
            <div key={type} role="group" aria-label={vocabulary.type(type)}>
              <div className="quiet-text" aria-hidden="true">
                {vocabulary.type(type)}
              </div>
              {entries.map(([index, thing]) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the input, which has the focus
                <div
                  key={thing.node.id}
                  id={`${id}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === chosen}
                  ref={index === chosen ? intoView : undefined}
                  onClick={() => onOpen(index)}
                >
                  <SearchMatch found={thing} />
                </div>
              ))}
            </div>
          ))}
        </div>
        {onAll && total > found.length && (
          <button type="button" className="quiet" onClick={onAll}>
            {all(total)}
          </button>
        )}
      </div>
    </>
  );
}
