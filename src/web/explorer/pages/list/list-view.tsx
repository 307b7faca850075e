import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { TakeAway } from '../../asking/take-away.js';
import { useAnswer } from '../../asking/use-answer.js';
import { useLanguage, useNameOf, useVocabulary } from '../../language/language.js';
import { DataTable } from '../../parts/data-table.js';
import type { ListField } from '../../parts/lists.js';
import { PartErrors } from '../../parts/part-error.js';
import { Section } from '../../parts/section.js';
import { useView } from '../../site/view.js';
import type { ListDeclaration, ListVariables } from './list-declaration.js';
import { conditionOf } from './list-filter.js';
import { NarrowingBar } from './narrowing-bar.js';
import { useListWords } from './words.js';

/** A list as its declaration says: what narrows it, and the table. */
export function ListView<Field extends ListField, Row extends { readonly id: string }, Filter extends object, Choices>({
  declaration,
}: {
  readonly declaration: ListDeclaration<Field, Row, Filter, Choices>;
}) {
  const { municipality, stage } = useView();
  const [parameters] = useSearchParams();
  const { narrowing } = declaration;
  // A condition in `and` is what a filter of the API takes, whatever the list.
  const filter = narrowing && (conditionOf(narrowing.filters, parameters, municipality.key) as Filter | null);
  const variables: ListVariables<Filter> = { municipality: municipality.id, stage, ...(filter && { filter }) };
  return (
    <>
      {narrowing && <NarrowingBar narrowing={narrowing} variables={variables} />}
      <PartErrors>
        <Rows declaration={declaration} variables={variables} />
      </PartErrors>
    </>
  );
}

function Rows<Field extends ListField, Row extends { readonly id: string }, Filter extends object, Choices>({
  declaration: { field, type, document, columns },
  variables,
}: {
  readonly declaration: ListDeclaration<Field, Row, Filter, Choices>;
  readonly variables: ListVariables<Filter>;
}) {
  const language = useLanguage();
  const words = useListWords();
  const vocabulary = useVocabulary();
  const nameOf = useNameOf();
  const { answer, asked } = useAnswer(document, variables);
  const { nodes, totalCount } = answer[field];
  const shown = useMemo(
    () => columns({ language, words, vocabulary, nameOf }),
    [columns, language, words, vocabulary, nameOf],
  );
  const title = words.count(vocabulary.types(type), totalCount);
  return (
    <Section
      title={title}
      asked={asked}
      takeAway={<TakeAway asked={asked} connection={field} ids={nodes.map(({ id }) => id)} />}
    >
      <DataTable rows={nodes} total={totalCount} columns={shown} keyOf={({ id }) => id} label={title} />
    </Section>
  );
}
