import { useEffect, useRef } from 'react';
import { QueryButton } from '../../client/query-button.js';
import { useLaterAnswer } from '../../client/use-answer.js';
import { useLanguage, useVocabulary } from '../../language/language.js';
import { none } from '../../parts/lists.js';
import { useAddress } from '../../site/use-address.js';
import { useThingWords } from '../thing/words.js';
import { pageOperation } from '../types/all.js';
import type { FilterType, PageType } from '../types/page-type.js';
import { type Choice, type Facet, fromFacet, fromHeaders, type Header } from './choice.js';
import type { ListVariables } from './list-filter.js';
import './narrowing-bar.css';
import { useListWords } from './words.js';

type Counted = Readonly<Record<string, Readonly<Record<string, readonly Facet[]>>>> & {
  readonly crossTab?: Readonly<Record<'rows' | 'columns', readonly Header[]>>;
};

/**
 * What a list is narrowed by, which can be let go at once, and what it can be narrowed by further: choices with how many
 * there would be, as soon as these are counted.
 */
export function NarrowingBar({
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
  const { answer } = useLaterAnswer(document, variables);
  const choicesOf = ({ counted }: FilterType) =>
    'facet' in counted
      ? fromFacet(answer?.[plural]?.[counted.facet] ?? [])
      : fromHeaders(answer?.crossTab?.[counted.crossTab] ?? []);
  return (
    <search className="narrowing screen-only" aria-label={words.narrow}>
      {list?.filters.map((filter) => (
        <Narrowing
          key={filter.name}
          filter={filter}
          // Where a list cannot be narrowed to those that have nothing, that is no choice.
          choices={choicesOf(filter).filter(({ value }) => value !== none || filter.none)}
        />
      ))}
      <span className="narrowing-query">
        <QueryButton request={{ document, variables }} />
      </span>
    </search>
  );
}

/** One filter: a choice of its values, or the chosen one with the way to let go of it. Focus stays where one was. */
function Narrowing({
  filter: { name, titledBy, enumeration },
  choices,
}: {
  readonly filter: FilterType;
  readonly choices: readonly Choice[];
}) {
  const language = useLanguage();
  const vocabulary = useVocabulary();
  const words = useListWords();
  const { yes, no } = useThingWords();
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
  const labelOf = ({ value, label, labelEn }: Choice) =>
    value === none
      ? words.nothing
      : enumeration
        ? enumeration === 'Boolean'
          ? value === 'true'
            ? yes
            : no
          : vocabulary.value(enumeration, value)
        : (language === 'en' && labelEn) || label || value;

  const choose = (value: string) => {
    touched.current = true;
    address.change({ [name]: value });
  };
  if (chosen) {
    const label = labelOf(
      choices.find(({ value }) => value === chosen) ?? { value: chosen, label: chosen, labelEn: null, count: 0 },
    );
    return (
      <span className="narrowing-chip">
        <span className="narrowing-title">{title}</span>
        {label}
        <button
          ref={button}
          type="button"
          className="quiet"
          aria-label={words.letGo(title, label)}
          onClick={() => choose('')}
        >
          ×
        </button>
      </span>
    );
  }
  if (choices.length === 0) return null;
  return (
    <label className="narrowing-choice">
      <span className="narrowing-title">{title}</span>
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
