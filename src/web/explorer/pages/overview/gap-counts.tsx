import { Link } from 'react-router';
import { useAnswer } from '../../client/use-answer.js';
import { GapCountsDocument, type GapKind, type GapSeverity } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { InForceNote } from '../../parts/in-force-note.js';
import { Section } from '../../parts/section.js';
import { useView } from '../../site/view.js';
import { useOverviewWords } from './words.js';

const severities: readonly GapSeverity[] = ['HIGH', 'MEDIUM', 'LOW'];

/** Where the documents leave something open: how many of each kind and severity; each number opens these. */
export function GapCounts({ municipality }: { readonly municipality: string }) {
  const words = useOverviewWords();
  const { vocabulary } = useLabels();
  const { link } = useView();
  const { answer, request } = useAnswer(GapCountsDocument, { municipality });
  const { facets, coverage } = answer.gaps;
  const bySeverity = { HIGH: answer.high, MEDIUM: answer.medium, LOW: answer.low };
  const address = (kind: GapKind, severity?: GapSeverity) => link('/gaps', { kind, ...(severity && { severity }) });
  return (
    <Section title={words.gaps} request={request} save={{ connection: 'gaps.facets' }} coverage={coverage}>
      <InForceNote />
      <table className="gap-counts small">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {words.gapKind}
            </th>
            <th scope="colgroup" colSpan={severities.length} className="numeric">
              {words.bySeverity}
            </th>
            <th scope="col" rowSpan={2} className="numeric">
              {words.gapCount}
            </th>
          </tr>
          <tr>
            {severities.map((severity) => (
              <th key={severity} scope="col" className="numeric" title={vocabulary.value('GapSeverity', severity)}>
                {words.severity[severity]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facets.map(({ kind, count }) => {
            const name = vocabulary.value('GapKind', kind);
            return (
              <tr key={kind}>
                <th scope="row">{count > 0 ? <Link to={address(kind)}>{name}</Link> : name}</th>
                {severities.map((severity) => {
                  const number = bySeverity[severity].facets.find((facet) => facet.kind === kind)?.count ?? 0;
                  const label = words.open(`${name}, ${words.severity[severity]}`, number);
                  return (
                    <td key={severity} className="numeric">
                      {number > 0 && (
                        <Link to={address(kind, severity)} aria-label={label}>
                          {number}
                        </Link>
                      )}
                    </td>
                  );
                })}
                <td className="numeric">{count}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}
