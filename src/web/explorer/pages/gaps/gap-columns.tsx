import type { GapsQuery, NamedWithCodeFragment } from '../../graphql/graphql.js';
import type { Language, Vocabulary } from '../../language/language.js';
import type { Column } from '../../parts/data-table.js';
import { codeOf } from '../../parts/found.js';
import { FoldedSources } from '../../parts/sources.js';
import { ThingLinks } from '../../parts/thing-link.js';
import type { GapWords } from './words.js';

type Gap = GapsQuery['gaps']['nodes'][number];

interface Tools {
  readonly words: GapWords;
  readonly language: Language;
  readonly vocabulary: Vocabulary;
  readonly nameOf: (thing: { readonly name: string; readonly nameEn?: string | null }) => string;
}

/** What a table of gaps shows of each: what is missing, of what, why, and where that was read. */
export function gapColumns({ words, language, vocabulary, nameOf }: Tools): readonly Column<Gap>[] {
  const asText = (node: NamedWithCodeFragment) => [codeOf(node), nameOf(node)].filter(Boolean).join(' ');
  const subjects = ({ subject, other }: Gap) => [subject, ...(other ? [other] : [])];
  return [
    { id: 'kind', title: words.kind, value: ({ kind }) => vocabulary.value('GapKind', kind) },
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
    {
      id: 'subject',
      title: words.subject,
      value: (gap) => subjects(gap).map(asText).join(', '),
      cell: (gap) => <Things things={subjects(gap)} />,
    },
    {
      id: 'reason',
      title: words.reason,
      value: ({ reason, reasonEn }) => (language === 'ja' ? reason : reasonEn),
    },
    {
      id: 'related',
      title: words.related,
      value: ({ related }) => related.map(asText).join(', ') || null,
      cell: ({ related }) => <Things things={related} />,
    },
    {
      id: 'departments',
      title: words.department,
      value: ({ departments }) => departments.map(nameOf).join(words.comma) || null,
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

/** Nodes of any type with the code that people know them by. */
const Things = ({ things }: { readonly things: readonly NamedWithCodeFragment[] }) => (
  <ThingLinks things={things.map((node) => ({ ...node, code: codeOf(node) }))} />
);
