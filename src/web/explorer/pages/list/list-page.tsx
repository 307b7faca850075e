import { useMemo } from 'react';
import { NavLink, useParams, useSearchParams } from 'react-router';
import { useAnswer } from '../../client/use-answer.js';
import type { CoverageToldFragment } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { PageTitle } from '../../parts/page-title.js';
import { PartErrors } from '../../parts/part-error.js';
import { TableSection } from '../../parts/section.js';
import { NotFoundPage } from '../../site/not-found-page.js';
import { useView } from '../../site/view.js';
import { useThingLabels } from '../thing/words.js';
import { pageOperation, pageTypes } from '../types/all.js';
import { columnsOf } from '../types/columns.js';
import type { PageType } from '../types/page-type.js';
import type { Row } from '../types/rows.js';
import { FilterBar } from './filter-bar.js';
import { conditionOf, type ListVariables } from './list-filter.js';
import { useListWords } from './words.js';

/** All things of one kind, as `/lists/measures?sdg=17`: the filters stand in the address. */
export function ListPage() {
  const { kind: field } = useParams();
  const words = useListWords();
  const { vocabulary } = useLabels();
  const { link } = useView();
  const type = pageTypes.find(({ plural, list }) => plural === field && list);
  if (!type) return <NotFoundPage />;
  return (
    <div className="stack">
      <PageTitle title={vocabulary.types(type.name)} />
      <nav className="tabs row list-tabs screen-only" aria-label={words.kinds}>
        {pageTypes
          .filter(({ list }) => list)
          .map(({ name, plural }) => (
            <NavLink key={name} to={link(`/lists/${plural}`)}>
              {vocabulary.types(name)}
            </NavLink>
          ))}
      </nav>
      <FilteredList key={type.name} type={type} />
    </div>
  );
}

/** All nodes of a type: the filters of the list, and the table. */
function FilteredList({ type }: { readonly type: PageType }) {
  const { municipality, stage } = useView();
  const [parameters] = useSearchParams();
  const { filters = [], choicesOperation = null } = type.list ?? {};
  const filter = conditionOf(filters, parameters, municipality.key);
  const variables: ListVariables = { municipality: municipality.id, stage, ...(filter && { filter }) };
  return (
    <>
      {choicesOperation && <FilterBar type={type} operation={choicesOperation} variables={variables} />}
      <PartErrors>
        <ListTable type={type} variables={variables} />
      </PartErrors>
    </>
  );
}

interface List {
  readonly totalCount: number;
  readonly coverage: CoverageToldFragment | null;
  readonly nodes: readonly Row[];
}

type Answer = Readonly<Record<string, List>>;

function ListTable({ type, variables }: { readonly type: PageType; readonly variables: ListVariables }) {
  const words = useListWords();
  const labels = useThingLabels();
  const { plural, list } = type;
  const { answer, request } = useAnswer(pageOperation<Answer, ListVariables>(list?.operation ?? ''), variables);
  const { nodes, totalCount, coverage } = answer[plural] ?? { nodes: [], totalCount: 0, coverage: null };
  const columns = useMemo(() => columnsOf(type, 'list', labels), [type, labels]);
  return (
    <TableSection
      title={words.count(labels.vocabulary.types(type.name), totalCount)}
      request={request}
      save={{ connection: plural, ids: nodes.map(({ id }) => String(id)) }}
      rows={nodes}
      total={totalCount}
      coverage={coverage}
      columns={columns}
      keyOf={({ id }) => String(id)}
    />
  );
}
