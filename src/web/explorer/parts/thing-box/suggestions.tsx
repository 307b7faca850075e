import type { FoundThingFragment } from '../../graphql/graphql.js';
import { useLanguage, useVocabulary } from '../../language/language.js';
import { Found } from '../found.js';

const words = {
  ja: {
    label: '検索候補',
    nothing: '該当するものはありません。',
    shown: (shown: number, total: number) => `${total} 件中 ${shown} 件の候補`,
    all: (total: number) => `${total} 件すべてを見る（Enter）`,
  },
  en: {
    label: 'Suggestions',
    nothing: 'Nothing matches.',
    shown: (shown: number, total: number) => `${shown} suggestions of ${total}`,
    all: (total: number) => `See all ${total} (Enter)`,
  },
};

const intoView = (option: HTMLElement | null) => option?.scrollIntoView({ block: 'nearest' });

/** What is suggested, by type, the best first: the list of a combobox, whose options have the ids `<id>-<index>`. */
export function Suggestions({
  id,
  found,
  total,
  chosen,
  isNothing,
  onOpen,
  onAll,
}: {
  readonly id: string;
  readonly found: readonly FoundThingFragment[];
  readonly total: number;
  /** The index of the chosen one; -1 for none. */
  readonly chosen: number;
  /** Whether nothing fits what was typed. */
  readonly isNothing: boolean;
  readonly onOpen: (index: number) => void;
  /** Shows all that was found; left out where there is no page for that. */
  readonly onAll?: (() => void) | undefined;
}) {
  const { label, nothing, shown, all } = words[useLanguage()];
  const vocabulary = useVocabulary();
  const groups = Map.groupBy(found.entries(), ([, { node }]) => node.__typename);
  return (
    <>
      <div role="status" className={isNothing ? 'suggestions' : 'visually-hidden'}>
        {isNothing ? nothing : found.length > 0 && shown(found.length, total)}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the focus stays in the box whatever is pressed here */}
      <div className="suggestions" hidden={found.length === 0} onMouseDown={(event) => event.preventDefault()}>
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
                  ref={index === chosen ? intoView : undefined}
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
