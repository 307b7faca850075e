import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../client/use-answer.js';
import { type GapKind, type GapSeverity, GapsDocument, type GapsQueryVariables } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import { InForceNote } from '../../parts/in-force-note.js';
import { PageTitle } from '../../parts/page-title.js';
import { PartErrors } from '../../parts/part-error.js';
import { TableSection } from '../../parts/section.js';
import { useView } from '../../site/view.js';
import { GapChoices } from './gap-choices.js';
import { gapColumns } from './gap-columns.js';
import './gaps.css';
import { useGapWords } from './words.js';

/** `/gaps?kind=…&severity=…&department=…`: what the documents lack, with reasons and evidence. */
export function GapsPage() {
  const { pages, leads } = useWords();
  const variables = useVariables();
  return (
    <div className="stack">
      <PageTitle title={pages.gaps} lead={leads.gaps} />
      <InForceNote />
      <GapChoices variables={variables} />
      <PartErrors>
        <GapTable variables={variables} />
      </PartErrors>
    </div>
  );
}

/** What the address asks for. */
function useVariables(): GapsQueryVariables {
  const { municipality } = useView();
  const [parameters] = useSearchParams();
  const [kind, severity, department] = ['kind', 'severity', 'department'].map((name) => parameters.get(name));
  return {
    municipality: municipality.id,
    ...(kind && { kinds: [kind as GapKind] }),
    ...(severity && { severities: [severity as GapSeverity] }),
    ...(department && { departments: [`${municipality.key}:department:${department}`] }),
  };
}

function GapTable({ variables }: { readonly variables: GapsQueryVariables }) {
  const words = useGapWords();
  const labels = useLabels();
  const { answer, request } = useAnswer(GapsDocument, variables);
  const { nodes, totalCount, coverage } = answer.gaps;
  const ofOneKind = variables.kinds !== undefined;
  const columns = useMemo(
    () => gapColumns(words, labels).filter(({ id }) => id !== 'kind' || !ofOneKind),
    [words, labels, ofOneKind],
  );
  const ids = nodes.flatMap(({ subject, other }) => [subject.id, ...(other ? [other.id] : [])]);
  return (
    <TableSection
      title={words.count(totalCount)}
      request={request}
      save={{ connection: 'gaps', ids: [...new Set(ids)] }}
      rows={nodes}
      total={totalCount}
      coverage={coverage}
      columns={columns}
      keyOf={({ id }) => id}
    />
  );
}
