import { useMemo } from 'react';
import { useAnswer } from '../../client/use-answer.js';
import { ResolveNamesDocument, type ResolveNamesQuery } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import type { Column } from '../../parts/data-table.js';
import { codeOf } from '../../parts/search-match.js';
import { TableSection } from '../../parts/section.js';
import { ThingLink } from '../../parts/thing-link.js';
import { useView } from '../../site/view.js';
import { useSearchWords } from './words.js';

type Resolution = ResolveNamesQuery['resolveNames'][number];
type Match = Resolution['matches'][number];
interface Row extends Resolution {
  readonly index: number;
}

/** What each of some names means: the best candidate with its reason, and the others. */
export function ResolvedNames({ names }: { readonly names: readonly string[] }) {
  const words = useSearchWords();
  const { vocabulary, nameOf, pick } = useLabels();
  const { municipality, stage } = useView();
  const { answer, request } = useAnswer(ResolveNamesDocument, {
    names: [...names],
    municipality: municipality.id,
    stage,
  });
  const rows = answer.resolveNames.map((resolution, index): Row => ({ ...resolution, index }));
  const columns = useMemo<readonly Column<Row>[]>(() => {
    const asText = ({ node }: Match) => [codeOf(node), nameOf(node)].filter(Boolean).join(' ');
    return [
      { id: 'given', title: words.given, value: ({ name }) => name, isName: true },
      {
        id: 'best',
        title: words.best,
        value: ({ matches: [best] }) => (best ? asText(best) : null),
        cell: ({ matches: [best], ambiguous, coverage }) =>
          best ? (
            <>
              <Candidate match={best} /> {ambiguous && <span className="quiet-text">{words.ambiguous}</span>}
            </>
          ) : (
            <span className="quiet-text">{coverage.state === 'COMPLETE' ? words.unknown : words.unread}</span>
          ),
      },
      {
        id: 'type',
        title: words.type,
        value: ({ matches: [best] }) => (best ? vocabulary.type(best.node.__typename) : null),
      },
      {
        id: 'score',
        title: words.score,
        value: ({ matches: [best] }) => best?.score ?? null,
        cell: ({ matches: [best] }) => best?.score.toFixed(2),
        numeric: true,
      },
      {
        id: 'reason',
        title: words.reason,
        value: ({ matches: [best] }) => (best ? pick(best.reason, best.reasonEn) : null),
      },
      {
        id: 'others',
        title: words.others,
        value: ({ matches }) => matches.slice(1).map(asText).join(', ') || null,
        cell: ({ matches: [, ...others] }) =>
          others.length > 0 && (
            <ul className="cell-list plain">
              {others.map((match) => (
                <li key={match.node.id}>
                  <Candidate match={match} />{' '}
                  <span className="quiet-text">
                    {vocabulary.type(match.node.__typename)} {match.score.toFixed(2)}
                  </span>
                </li>
              ))}
            </ul>
          ),
      },
    ];
  }, [words, pick, vocabulary, nameOf]);
  const found = rows.filter(({ matches }) => matches.length > 0);
  const ids = new Set(found.flatMap(({ matches: [best] }) => (best ? [best.node.id] : [])));
  const notFound = rows.find(({ matches }) => matches.length === 0);
  return (
    <TableSection
      title={words.resolved(found.length, rows.length)}
      request={request}
      coverage={notFound?.coverage}
      save={{ connection: 'resolveNames', ids: [...ids] }}
      rows={rows}
      columns={columns}
      keyOf={({ index }) => String(index)}
    />
  );
}

const Candidate = ({ match: { node } }: { readonly match: Match }) => (
  <ThingLink thing={{ ...node, code: codeOf(node) }} />
);
