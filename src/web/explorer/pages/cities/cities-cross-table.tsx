import type { GraphqlRequest } from '../../client/send.js';
import type { CitiesTableFragment } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import type { Column } from '../../parts/data-table.js';
import { none } from '../../parts/lists.js';
import { TableSection } from '../../parts/section.js';
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
  const { nameOf } = useLabels();
  const name = useCityColumn<City>((city) => city);
  const counts = new Map(table.cells.map(({ row, column, count }) => [`${row} ${column}`, count]));
  const columns = table.columns.map(({ key, code, label, labelEn, node }): Column<City> => {
    const isGoal = node?.__typename === 'Sdg';
    const countOf = ({ id }: City) => counts.get(`${id} ${key}`) ?? 0;
    return {
      id: key,
      title:
        key === none
          ? words.none(table.coverage.state !== 'COMPLETE')
          : isGoal
            ? `SDG ${code}`
            : nameOf({ name: label, nameEn: labelEn }),
      value: countOf,
      numeric: true,
      cell: (city) =>
        countOf(city) === 0 ? null : (
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
