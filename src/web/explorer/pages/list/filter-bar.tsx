import { useId, useRef, useState } from 'react';
import { noneHeaders } from '../../../../labels/empty-cells.js';
import { QueryButton } from '../../client/query-button.js';
import { useOptionalAnswer } from '../../client/use-answer.js';
import { none } from '../../parts/lists.js';
import { useAddress } from '../../site/use-address.js';
import { useView } from '../../site/view.js';
import { useThingLabels } from '../thing/words.js';
import { pageOperation } from '../types/all.js';
import type { FilterType, PageType } from '../types/page-type.js';
import { type Choice, type Facet, fromFacet, fromHeaders, type Header } from './choice.js';
import './filter-bar.css';
import { listParameters } from './list-address.js';
import { isDay, type ListVariables, variablesOf } from './list-variables.js';
import { useFound } from './use-found.js';
import { useListWords } from './words.js';

/** By list its facets, by the alias of a cross table its sides. */
type Counted = Readonly<Record<string, Readonly<Record<string, readonly (Facet | Header)[]>>>>;

/** The filters of a list: the choices of each with their counts, and those that are in use with a button that removes them. */
export function FilterBar({ type, operation }: { readonly type: PageType; readonly operation: string }) {
  const words = useListWords();
  const { parameters } = useAddress();
  const document = pageOperation<Counted, ListVariables>(operation);
  const found = useFound(type);
  const view = useView();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <search id={id} className="filter-bar row" aria-label={words.filters} data-folded={!isOpen}>
      <button
        type="button"
        className="filter-fold"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {words.filters}
      </button>
      {type.list?.dated && <Day />}
      {type.list?.filters.map((filter) => (
        <Filter key={filter.name} type={type} filter={filter} document={document} found={found} />
      ))}
      <span className="filter-query screen-only">
        <QueryButton
          request={{ document, variables: variablesOf(type, parameters, view, found ?? null) }}
          label={words.choicesQuery}
        />
      </span>
    </search>
  );
}

/** The day on which what is listed existed. */
function Day() {
  const words = useListWords();
  const { chosen, change } = useAddress();
  const day = chosen.get(listParameters.asOf) ?? '';
  return (
    <div className="filter" data-chosen={day !== ''}>
      <label title={words.asOfHint}>
        <span className="quiet-text">{words.asOf}</span>
        <input
          type="date"
          value={day}
          onChange={(event) => change({ [listParameters.asOf]: event.target.value }, { replace: true })}
        />
      </label>
      {day !== '' && !isDay(day) && <p role="alert">{words.noDay(day)}</p>}
    </div>
  );
}

/** One filter: a choice of the values that it does not have yet, and behind it those that it has. */
function Filter({
  type,
  filter,
  document,
  found,
}: {
  readonly type: PageType;
  readonly filter: FilterType;
  readonly document: ReturnType<typeof pageOperation<Counted, ListVariables>>;
  readonly found: ReturnType<typeof useFound>;
}) {
  const words = useListWords();
  const { vocabulary } = useThingLabels();
  const labelOf = useChoiceLabel(filter);
  const address = useAddress();
  const select = useRef<HTMLSelectElement>(null);
  // What one value adds is counted as if the others of the same filter were not chosen: any of them will do.
  const view = useView();
  const { answer, error } = useOptionalAnswer(
    document,
    found === undefined ? null : variablesOf(type, address.parameters, view, found, filter.name),
  );
  const { counted, name } = filter;
  const choices = choicesIn(answer ?? {}, type, counted)
    // Where a list cannot be narrowed to those that have nothing, that is no choice.
    .filter(({ value }) => value !== none || filter.none);
  const title = vocabulary.field(...filter.titledBy);
  const chosen = address.chosen.getAll(name).filter(Boolean);
  const others = choices.filter(({ value }) => !chosen.includes(value));
  // Until it is known whether there is a choice, its place is kept.
  const isKnown = answer !== undefined || error !== null;
  if (isKnown && choices.every(({ value }) => value === none) && chosen.length === 0) return null;
  const remove = (value: string) => {
    address.change({ [name]: chosen.filter((each) => each !== value) });
    select.current?.focus();
  };
  return (
    <div className="filter" data-chosen={chosen.length > 0}>
      <label>
        <span className="quiet-text">{title}</span>
        <select ref={select} value="" onChange={(event) => address.change({ [name]: [...chosen, event.target.value] })}>
          <option value="">{chosen.length === 0 ? words.all : words.orAlso}</option>
          {others.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {labelOf(choice)} ({choice.count})
            </option>
          ))}
        </select>
      </label>
      {chosen.map((value) => {
        const choice = choices.find((each) => each.value === value);
        const label = labelOf(choice ?? { value, label: value, labelEn: null, count: 0, noneState: null });
        return (
          <span key={value} className="filter-chosen row small box">
            {label}
            <button
              type="button"
              className="quiet"
              aria-label={words.remove(title, label)}
              onClick={() => remove(value)}
            >
              ×
            </button>
          </span>
        );
      })}
    </div>
  );
}

function choicesIn(answer: Counted, type: PageType, counted: FilterType['counted']): readonly Choice[] {
  if (counted === null) return [];
  return 'facet' in counted
    ? fromFacet((answer[type.plural]?.[counted.facet] ?? []) as readonly Facet[])
    : fromHeaders((answer[counted.crossTab]?.[counted.side] ?? []) as readonly Header[]);
}

/** What a value of a filter is called. */
function useChoiceLabel({ enumeration }: FilterType): (choice: Choice) => string {
  const { vocabulary, pick, words } = useThingLabels();
  return ({ value, label, labelEn, noneState }) => {
    const nothing = noneHeaders[noneState ?? 'COMPLETE'];
    if (value === none) return pick(nothing.ja, nothing.en);
    if (enumeration === 'Boolean') return value === 'true' ? words.yes : words.no;
    return enumeration ? vocabulary.value(enumeration, value) : pick(label, labelEn || label) || value;
  };
}
