import { useEffect, useRef } from 'react';
import { QueryButton } from '../../client/query-button.js';
import { useOptionalAnswer } from '../../client/use-answer.js';
import { none } from '../../parts/lists.js';
import { useAddress } from '../../site/use-address.js';
import { useThingLabels } from '../thing/words.js';
import { pageOperation } from '../types/all.js';
import type { FilterType, PageType } from '../types/page-type.js';
import { type Choice, type Facet, fromFacet, fromHeaders, type Header } from './choice.js';
import './filter-bar.css';
import type { ListVariables } from './list-filter.js';
import { useListWords } from './words.js';

type Counted = Readonly<Record<string, Readonly<Record<string, readonly Facet[]>>>> & {
  readonly crossTab?: Readonly<Record<'rows' | 'columns', readonly Header[]>>;
};

/** The filters of a list: those in use, which can be removed, and the choices of the others with their counts. */
export function FilterBar({
  type: { plural, list },
  operation,
  variables,
}: {
  readonly type: PageType;
  readonly operation: string;
  readonly variables: ListVariables;
}) {
  const words = useListWords();
  const document = pageOperation<Counted, ListVariables>(operation);
  const { answer } = useOptionalAnswer(document, variables);
  const choicesOf = ({ counted }: FilterType) =>
    'facet' in counted
      ? fromFacet(answer?.[plural]?.[counted.facet] ?? [])
      : fromHeaders(answer?.crossTab?.[counted.crossTab] ?? []);
  return (
    <search className="filter-bar row screen-only" aria-label={words.filters}>
      {list?.filters.map((filter) => (
        <Filter
          key={filter.name}
          filter={filter}
          // Where a list cannot be narrowed to those that have nothing, that is no choice.
          choices={choicesOf(filter).filter(({ value }) => value !== none || filter.none)}
        />
      ))}
      <span>
        <QueryButton request={{ document, variables }} />
      </span>
    </search>
  );
}

/** One filter: a choice of its values, or the chosen one with a button that removes it. The focus stays where it was. */
function Filter({
  filter: { name, titledBy, enumeration },
  choices,
}: {
  readonly filter: FilterType;
  readonly choices: readonly Choice[];
}) {
  const { vocabulary, pick, words: thingWords } = useThingLabels();
  const words = useListWords();
  const address = useAddress();
  const touched = useRef(false);
  const button = useRef<HTMLButtonElement>(null);
  const select = useRef<HTMLSelectElement>(null);
  const title = vocabulary.field(...titledBy);
  const chosen = address.chosen.get(name);
  useEffect(() => {
    if (touched.current) (chosen ? button : select).current?.focus();
    touched.current = false;
  }, [chosen]);
  const labelOf = ({ value, label, labelEn }: Choice) => {
    if (value === none) return words.nothing;
    if (enumeration === 'Boolean') return value === 'true' ? thingWords.yes : thingWords.no;
    return enumeration ? vocabulary.value(enumeration, value) : pick(label, labelEn || label) || value;
  };
  const choose = (value: string) => {
    touched.current = true;
    address.change({ [name]: value });
  };
  if (chosen) {
    const label = labelOf(
      choices.find(({ value }) => value === chosen) ?? { value: chosen, label: chosen, labelEn: null, count: 0 },
    );
    return (
      <span className="filter-chosen row small box">
        <span className="quiet-text">{title}</span>
        {label}
        <button
          ref={button}
          type="button"
          className="quiet"
          aria-label={words.remove(title, label)}
          onClick={() => choose('')}
        >
          ×
        </button>
      </span>
    );
  }
  if (choices.length === 0) return null;
  return (
    <label>
      <span className="quiet-text">{title}</span>
      <select ref={select} value="" onChange={(event) => choose(event.target.value)}>
        <option value="">{words.all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {labelOf(choice)} ({choice.count})
          </option>
        ))}
      </select>
    </label>
  );
}
