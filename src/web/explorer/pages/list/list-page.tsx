import { useMemo, useState } from 'react';
import { NavLink, useParams } from 'react-router';
import { useAnswer } from '../../client/use-answer.js';
import type { CoverageToldFragment } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import { sourcesField } from '../../parts/lists.js';
import { PageTitle } from '../../parts/page-title.js';
import { PartErrors } from '../../parts/part-error.js';
import { ScrollArea } from '../../parts/scroll-area.js';
import { TableSection } from '../../parts/section.js';
import { NotFoundPage } from '../../site/not-found-page.js';
import { useAddress } from '../../site/use-address.js';
import { useView } from '../../site/view.js';
import { useThingLabels } from '../thing/words.js';
import { pageOperation, pageTypes } from '../types/all.js';
import { columnsOf, sourcesColumn } from '../types/columns.js';
import type { PageType } from '../types/page-type.js';
import type { Row } from '../types/rows.js';
import { UnreadColumns } from '../types/unread.js';
import { BesideBar, type BesideChoice, useChoiceColumn } from './beside-choice.js';
import { FilterBar } from './filter-bar.js';
import {
  canBeOrdered,
  chosenColumns,
  chosenOrder,
  listParameters,
  nextOrder,
  orderBy,
  savedColumns,
} from './list-address.js';
import { ColumnChoice, ListText, OrderChoice } from './list-tools.js';
import { type RowVariables, textIn, variablesOf } from './list-variables.js';
import { PrintedConditions } from './printed-conditions.js';
import { useListWords } from './words.js';

/** All things of one kind, as `/lists/measures?sdg=17`: the filters stand in the address. */
export function ListPage() {
  const { kind: field } = useParams();
  const words = useListWords();
  const { leads } = useWords();
  const { vocabulary } = useLabels();
  const { link } = useView();
  const type = pageTypes.find(({ plural, list }) => plural === field && list);
  if (!type) return <NotFoundPage />;
  return (
    <div className="stack">
      <PageTitle title={vocabulary.types(type.name)} lead={leads.lists} />
      <nav className="screen-only" aria-label={words.kinds}>
        <ScrollArea label={words.kinds} isStop={false}>
          <div className="tabs row list-tabs">
            {pageTypes
              .filter(({ list }) => list)
              .map(({ name, plural }) => (
                <NavLink key={name} to={link(`/lists/${plural}`)}>
                  {vocabulary.types(name)}
                </NavLink>
              ))}
          </div>
        </ScrollArea>
      </nav>
      <FilteredList key={type.name} type={type} />
    </div>
  );
}

/** All nodes of a type: the filters of the list, and the table. */
function FilteredList({ type }: { readonly type: PageType }) {
  const [ids, change] = useState<readonly string[]>([]);
  return (
    <>
      {type.list?.choicesOperation && <FilterBar type={type} operation={type.list.choicesOperation} />}
      <PartErrors>
        <ListTable type={type} choice={{ ids, change }} />
      </PartErrors>
      {type.besideOperation && <BesideBar ids={ids} change={change} />}
    </>
  );
}

interface List {
  readonly totalCount: number;
  readonly coverage: CoverageToldFragment | null;
  readonly nodes: readonly Row[];
}

type Answer = Readonly<Record<string, List>>;

function ListTable({ type, choice }: { readonly type: PageType; readonly choice: BesideChoice }) {
  const words = useListWords();
  const boxes = useChoiceColumn(type, choice);
  const labels = useThingLabels();
  const view = useView();
  const { parameters, chosen, change } = useAddress();
  const { plural, list } = type;
  const shown = chosenColumns(type, parameters);
  const order = chosenOrder(type, parameters);
  const variables: RowVariables = {
    ...variablesOf(type, parameters, view, textIn(type, parameters, labels.language)),
    orderBy: orderBy(type, order, labels.language),
    ...(list?.sources && { sources: shown.includes(sourcesField) }),
  };
  const { answer, request } = useAnswer(pageOperation<Answer, RowVariables>(list?.operation ?? ''), variables);
  const { nodes, totalCount, coverage } = answer[plural] ?? { nodes: [], totalCount: 0, coverage: null };
  const columns = useMemo(
    () => [...columnsOf(type, 'list', labels), ...(list?.sources ? [sourcesColumn<Row>(labels)] : [])],
    [type, list, labels],
  );
  // No document is read from another one: a column that says so in every row takes room from the others.
  const isEmpty = ({ id, value }: (typeof columns)[number]) =>
    id === sourcesField && nodes.length > 0 && nodes.every((row) => value(row) === null);
  return (
    <TableSection
      title={words.count(labels.vocabulary.types(type.name), totalCount)}
      request={request}
      save={{
        connection: plural,
        ids: nodes.map(({ id }) => String(id)),
        columns: savedColumns(type, shown),
        series: (list?.columns ?? []).some((column) => column.type === 'Evaluation' && shown.includes(column.path)),
      }}
      rows={nodes}
      total={totalCount}
      coverage={coverage}
      columns={[...boxes, ...shown.flatMap((id) => columns.filter((column) => column.id === id && !isEmpty(column)))]}
      keyOf={({ id }) => String(id)}
      ordered={{
        by: order,
        canBe: (id) => canBeOrdered(type, id),
        // A heading may be pressed again before the answer to the first press is there.
        change: (id) => change({ [listParameters.order]: nextOrder(chosenOrder(type, chosen), id) }, { replace: true }),
      }}
    >
      <UnreadColumns
        fields={list?.columns ?? []}
        columns={columns.filter(({ id }) => shown.includes(id))}
        rows={nodes}
      />
      <PrintedConditions type={type} titles={columns} />
      <div className="list-tools row screen-only">
        <ListText />
        <OrderChoice type={type} titles={columns} />
        <ColumnChoice type={type} titles={columns} />
      </div>
    </TableSection>
  );
}
