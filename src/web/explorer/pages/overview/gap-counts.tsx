import { Link } from 'react-router';
import { SaveAs } from '../../client/save-as.js';
import { useAnswer } from '../../client/use-answer.js';
import { GapCountsDocument, type GapKind, type GapSeverity } from '../../graphql/graphql.js';
import { useVocabulary } from '../../language/language.js';
import { Section } from '../../parts/section.js';
import { useView } from '../../site/view.js';
import { useOverviewWords } from './words.js';

const severities: readonly GapSeverity[] = ['HIGH', 'MEDIUM', 'LOW'];

/** Where the documents leave something open: how many of each kind and severity; each number opens these. */
export function GapCounts({ municipality }: { readonly municipality: string }) {
  const words = useOverviewWords();
  const vocabulary = useVocabulary();
  const { parameters } = useView();
  const { answer, request } = useAnswer(GapCountsDocument, { municipality });
  const { facets } = answer.gaps;
  const bySeverity = { HIGH: answer.high, MEDIUM: answer.medium, LOW: answer.low };
  const address = (kind: GapKind, severity?: GapSeverity) => ({
    pathname: '/gaps',
    search: String(new URLSearchParams({ kind, ...(severity && { severity }), ...parameters })),
  });
  return (
    <Section title={words.gaps} request={request} takeAway={<SaveAs request={request} connection="gaps.facets" />}>
      <table className="gap-counts">
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
          {facets.map(({ kind, count }) => (
            <tr key={kind}>
              <th scope="row">
                {count > 0 ? (
                  <Link to={address(kind)}>{vocabulary.value('GapKind', kind)}</Link>
                ) : (
                  vocabulary.value('GapKind', kind)
                )}
              </th>
              {severities.map((severity) => {
                const number = bySeverity[severity].facets.find((facet) => facet.kind === kind)?.count ?? 0;
                return (
                  <td key={severity} className="numeric">
                    {number > 0 && (
                      <Link
                        to={address(kind, severity)}
                        aria-label={words.open(
                          `${vocabulary.value('GapKind', kind)}, ${words.severity[severity]}`,
                          number,
                        )}
                      >
                        {number}
                      </Link>
                    )}
                  </td>
                );
              })}
              <td className="numeric">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
