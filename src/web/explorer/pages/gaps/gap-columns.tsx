import type { GapsQuery, NamedWithCodeFragment } from '../../graphql/graphql.js';
import type { Labels } from '../../language/language.js';
import type { Column } from '../../parts/data-table.js';
import { codeOf, nameWithCode } from '../../parts/search-match.js';
import { FoldedSources } from '../../parts/sources.js';
import { ThingLinks } from '../../parts/thing-link.js';
import type { useGapWords } from './words.js';

type Gap = GapsQuery['gaps']['nodes'][number];

/** What a table of gaps shows of each: what is missing, of what, why, and where that was read. */
export function gapColumns(words: ReturnType<typeof useGapWords>, labels: Labels): readonly Column<Gap>[] {
  const { vocabulary, nameOf, pick } = labels;
  /** Nodes of any type with the code that people know them by. */
  const things = (id: string, title: string, of: (gap: Gap) => readonly NamedWithCodeFragment[]): Column<Gap> => ({
    id,
    title,
    value: (gap) =>
      of(gap)
        .map((node) => nameWithCode(node, labels))
        .join(', ') || null,
    cell: (gap) => <ThingLinks things={of(gap).map((node) => ({ ...node, code: codeOf(node) }))} />,
  });
  return [
    { id: 'kind', title: words.kind, value: ({ kind }) => vocabulary.value('GapKind', kind), consistsOf: 'phrases' },
    {
      id: 'severity',
      title: words.severity,
      value: ({ severity }) => ['HIGH', 'MEDIUM', 'LOW'].indexOf(severity),
      cell: ({ severity }) => (
        <span className={`gap-severity-${severity}`} title={vocabulary.value('GapSeverity', severity)}>
          {words.severities[severity]}
        </span>
      ),
    },
    things('subject', words.subject, ({ subject, other }) => [subject, ...(other ? [other] : [])]),
    {
      id: 'reason',
      title: words.reason,
      value: ({ reason, reasonEn }) => pick(reason, reasonEn),
      consistsOf: 'sentences',
    },
    things('related', words.related, ({ related }) => related),
    {
      id: 'departments',
      title: words.department,
      value: ({ departments }) => departments.map(nameOf).join(', ') || null,
      cell: ({ departments }) => <ThingLinks things={departments} />,
    },
    {
      id: 'evidence',
      title: words.evidence,
      value: ({ documents }) => documents.map(nameOf).join(', ') || null,
      cell: ({ sources, documents }) =>
        sources.length > 0 ? (
          <FoldedSources sources={sources} />
        ) : (
          <span className="quiet-text">{words.checked(documents.map(nameOf))}</span>
        ),
    },
  ];
}
