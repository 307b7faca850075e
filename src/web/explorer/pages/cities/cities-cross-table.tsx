import { noneHeaders, stateOfEmptyCell } from '../../../../labels/empty-cells.js';
import type { GraphqlRequest } from '../../client/send.js';
import type { CitiesTableFragment } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import type { Column } from '../../parts/data-table.js';
import { none } from '../../parts/lists.js';
import { TableSection } from '../../parts/section.js';
import { useThingLabels } from '../thing/words.js';
import { Unread } from '../types/unread.js';
import { useChosenCities } from './chosen-cities.js';
import { type City, keyOf } from './city.js';
import { toldOf, useCityColumn } from './city-column.js';
import { ListOfCity, Told } from './city-links.js';
import { useCityWords } from './words.js';

/** A cross table whose rows are cities; `columns` are the list that a number opens, and the filter that its column stands for. */
export function CitiesCrossTable({
  title,
  table,
  request,
  columns: [list, filter],
}: {
  readonly title: string;
  readonly table: CitiesTableFragment;
  readonly request: GraphqlRequest;
  readonly columns: readonly [list: string, filter: string];
}) {
  const { shown } = useChosenCities();
  const columns = useTableColumns(table, list, filter);
  return (
    <TableSection
      title={title}
      rows={shown}
      columns={columns}
      keyOf={keyOf}
      request={request}
      save={{ connection: 'crossTab' }}
      coverage={shown.length > 1 ? null : table.coverage}
    >
      <EachCity coverage={table.coverage} />
    </TableSection>
  );
}

/** Says that numbers of some cities are not all there is, where several are shown. */
export function EachCity({ coverage }: { readonly coverage: { readonly state: string } }) {
  const words = useCityWords();
  const { shown } = useChosenCities();
  return shown.length > 1 && coverage.state !== 'COMPLETE' ? <p className="quiet-text">{words.eachCity}</p> : null;
}

/** The columns of a cross table whose rows are cities; a number opens the list of the city. */
function useTableColumns(table: CitiesTableFragment, list: string, filter: string): readonly Column<City>[] {
  const words = useCityWords();
  const { nameOf, pick } = useLabels();
  const {
    words: { notRead, partlyRead },
  } = useThingLabels();
  const name = useCityColumn<City>((city) => city);
  const counts = new Map(table.cells.map(({ row, column, count }) => [`${row} ${column}`, count]));
  const rows = new Map(table.rows.map((row) => [row.key, row]));
  const columns = table.columns.map(({ key, code, label, labelEn, node, emptyState, noneState }): Column<City> => {
    const isGoal = node?.__typename === 'Sdg';
    const countOf = ({ id }: City) => counts.get(`${id} ${key}`) ?? 0;
    const stateOf = (city: City) => {
      if (countOf(city) > 0) return 'COMPLETE';
      const row = rows.get(city.id);
      return row ? stateOfEmptyCell(row, { emptyState }) : (toldOf(table.coverage, city)?.state ?? 'PARTIAL');
    };
    return {
      id: key,
      title: noneState
        ? pick(noneHeaders[noneState].ja, noneHeaders[noneState].en)
        : isGoal
          ? `SDG ${code}`
          : nameOf({ name: label, nameEn: labelEn }),
      value: (city) => ({ COMPLETE: countOf(city), PARTIAL: partlyRead, NOT_READ: notRead })[stateOf(city)],
      numeric: true,
      cell: (city) =>
        countOf(city) === 0 ? (
          <Unread state={stateOf(city)} />
        ) : (
          <ListOfCity city={city} list={list} filters={{ [filter]: key === none ? none : (code ?? key) }}>
            {countOf(city)}
          </ListOfCity>
        ),
    };
  });
  const totals = new Map(table.rows.map(({ key, total }) => [key, total]));
  const total: Column<City> = {
    id: 'total',
    title: words.total,
    value: ({ id }) => totals.get(id) ?? 0,
    cell: (city) => <Told coverage={toldOf(table.coverage, city)}>{totals.get(city.id) ?? 0}</Told>,
    numeric: true,
  };
  return [name, ...columns, total];
}
