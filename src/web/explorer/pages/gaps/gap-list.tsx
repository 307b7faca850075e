import { useMemo } from 'react';
import { SaveAs } from '../../client/save-as.js';
import { useAnswer } from '../../client/use-answer.js';
import { GapsDocument } from '../../graphql/graphql.js';
import { useLanguage, useNameOf, useVocabulary } from '../../language/language.js';
import { DataTable } from '../../parts/data-table.js';
import { PartErrors } from '../../parts/part-error.js';
import { Section } from '../../parts/section.js';
import { GapChoices } from './gap-choices.js';
import { gapColumns } from './gap-columns.js';
import { type GapVariables, useGapVariables } from './gap-variables.js';
import { useGapWords } from './words.js';

/** The gaps, narrowed by what stands in the address. */
export function GapList() {
  const variables = useGapVariables();
  return (
    <>
      <GapChoices variables={variables} />
      <PartErrors>
        <Rows variables={variables} />
      </PartErrors>
    </>
  );
}

function Rows({ variables }: { readonly variables: GapVariables }) {
  const words = useGapWords();
  const language = useLanguage();
  const vocabulary = useVocabulary();
  const nameOf = useNameOf();
  const { answer, request } = useAnswer(GapsDocument, variables);
  const { nodes, totalCount } = answer.gaps;
  const ofOneKind = variables.kinds !== undefined;
  const columns = useMemo(
    () => gapColumns({ words, language, vocabulary, nameOf }).filter(({ id }) => id !== 'kind' || !ofOneKind),
    [words, language, vocabulary, nameOf, ofOneKind],
  );
  const title = words.count(totalCount);
  const ids = nodes.flatMap(({ subject, other }) => [subject.id, ...(other ? [other.id] : [])]);
  return (
    <Section
      title={title}
      request={request}
      takeAway={<SaveAs request={request} connection="gaps" ids={[...new Set(ids)]} />}
    >
      <DataTable rows={nodes} total={totalCount} columns={columns} keyOf={({ id }) => id} label={title} />
    </Section>
  );
}
