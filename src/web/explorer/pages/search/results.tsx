import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useAnswer } from '../../client/use-answer.js';
import { type EntityType, SearchDocument, type SearchQuery } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { type Column, DataTable } from '../../parts/data-table.js';
import { nameWithCode, SearchMatch } from '../../parts/search-match.js';
import { Section } from '../../parts/section.js';
import { thingAddress } from '../../parts/thing-link.js';
import { useView } from '../../site/view.js';
import { useSearchWords } from './words.js';

type Edge = SearchQuery['search']['edges'][number];

/** What fits some words, the best first, of all types or of one. */
export function Results({ query }: { readonly query: string }) {
  const words = useSearchWords();
  const labels = useLabels();
  const { vocabulary } = labels;
  const { municipality, stage, link } = useView();
  const [search] = useSearchParams();
  const type = search.get('type') as EntityType | null;
  const { answer, request } = useAnswer(SearchDocument, {
    query,
    municipality: municipality.id,
    stage,
    types: type && [type],
  });
  const { totalCount, coverage, truncated, edges } = answer.search;
  const columns = useMemo<readonly Column<Edge>[]>(
    () => [
      {
        id: 'name',
        title: words.result,
        isName: true,
        value: ({ node }) => nameWithCode(node, labels),
        cell: (edge) => (
          <Link to={link(thingAddress(edge.node.id))}>
            <SearchMatch found={edge} />
          </Link>
        ),
      },
      { id: 'type', title: words.type, value: ({ node }) => vocabulary.type(node.__typename) },
      { id: 'match', title: words.match, value: ({ match }) => vocabulary.value('SearchMatch', match) },
      { id: 'field', title: words.field, value: ({ matchedField }) => vocabulary.value('SearchField', matchedField) },
      {
        id: 'score',
        title: words.score,
        value: ({ score }) => score,
        cell: ({ score }) => score.toFixed(2),
        numeric: true,
      },
    ],
    [words, vocabulary, labels, link],
  );
  const title = words.results(query, totalCount);
  return (
    <>
      <nav className="tabs row screen-only" aria-label={words.type}>
        <Link to={link('/search', { q: query })} aria-current={type ? undefined : 'page'}>
          {words.all(answer.all.totalCount)}
        </Link>
        {answer.all.facets
          .filter(({ count }) => count > 0)
          .map(({ type: each, count }) => (
            <Link
              key={each}
              to={link('/search', { q: query, type: each })}
              aria-current={each === type ? 'page' : undefined}
            >
              {vocabulary.value('EntityType', each)} {count}
            </Link>
          ))}
      </nav>
      <Section
        title={title}
        coverage={coverage}
        request={request}
        save={{ connection: 'search', ids: edges.map(({ node }) => node.id) }}
      >
        {truncated && <p className="quiet-text">{words.truncated}</p>}
        {totalCount === 0 ? (
          <p>{words.nothing}</p>
        ) : (
          <DataTable rows={edges} total={totalCount} columns={columns} keyOf={({ node }) => node.id} label={title} />
        )}
      </Section>
    </>
  );
}
