import { useLanguage, useVocabulary } from '../../language/language.js';
import { Found, type FoundThing } from '../found.js';

const words = {
  ja: {
    label: '検索候補',
    shown: (shown: number, total: number) => `${total} 件中 ${shown} 件の候補`,
    all: (total: number) => `${total} 件すべてを見る（Enter）`,
  },
  en: {
    label: 'Suggestions',
    shown: (shown: number, total: number) => `${shown} suggestions of ${total}`,
    all: (total: number) => `See all ${total} (Enter)`,
  },
};

/** What is suggested, by type, the best first: the list of a combobox, whose options have the ids `<id>-<index>`. */
export function Suggestions({
  id,
  found,
  total,
  chosen,
  onOpen,
  onAll,
}: {
  readonly id: string;
  readonly found: readonly FoundThing[];
  readonly total: number;
  /** The index of the chosen one; -1 for none. */
  readonly chosen: number;
  readonly onOpen: (index: number) => void;
  /** Shows all that was found; left out where there is no page for that. */
  readonly onAll?: (() => void) | undefined;
}) {
  const { label, shown, all } = words[useLanguage()];
  const vocabulary = useVocabulary();
  const groups = Map.groupBy(found.entries(), ([, { node }]) => node.__typename);
  return (
    <>
      <div role="status" className="visually-hidden">
        {found.length > 0 && shown(found.length, total)}
      </div>
      <div className="suggestions" hidden={found.length === 0}>
        <div id={id} role="listbox" aria-label={label}>
          {[...groups].map(([type, entries]) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own outside of a select
            <div key={type} role="group" aria-label={vocabulary.type(type)}>
              <div className="suggestions-type" aria-hidden="true">
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
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onOpen(index)}
                >
                  <Found found={thing} />
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
