import type { GraphqlRequest } from '../../client/send.js';
import { useAnswer } from '../../client/use-answer.js';
import {
  CitiesByGoalDocument,
  CitiesByGradeDocument,
  CitiesCountedDocument,
  CitiesProgressDocument,
  type CitiesTableFragment,
  type CoverageOfCitiesFragment,
} from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import type { Column } from '../../parts/data-table.js';
import { none } from '../../parts/lists.js';
import { PageTitle } from '../../parts/page-title.js';
import { TableSection, Waiting } from '../../parts/section.js';
import { useAddress } from '../../site/use-address.js';
import { useView, type View } from '../../site/view.js';
import { pageTypes } from '../types/all.js';
import { mostCities, useChosenCities } from './chosen-cities.js';
import './cities.css';
import { CityLink, ListOfCity, Told } from './city-links.js';
import { useCityWords } from './words.js';

type City = View['municipality'];

/** The loaded cities beside each other: `/cities?city=honjo&city=…`. */
export function CitiesPage() {
  const { pages, leads } = useWords();
  return (
    <div className="stack">
      <PageTitle title={pages.cities} lead={leads.cities} />
      <Choice />
      <Waiting>
        <Counts />
        <ByGoal />
        <ByGrade />
        <Progress />
      </Waiting>
    </div>
  );
}

/** Which of the cities are compared; nothing to choose where there is one. */
function Choice() {
  const words = useCityWords();
  const { nameOf } = useLabels();
  const { change } = useAddress();
  const { chosen, all } = useChosenCities();
  if (all.length < 2) return null;
  const keys = chosen.map(({ key }) => key);
  return (
    <details className="city-choice box small screen-only">
      <summary>{words.choose(chosen.length, all.length, mostCities)}</summary>
      <ul className="row plain">
        {all.map((city) => {
          const isChosen = keys.includes(city.key);
          return (
            <li key={city.key}>
              <label>
                <input
                  type="checkbox"
                  checked={isChosen}
                  disabled={isChosen ? keys.length === 1 : keys.length >= mostCities}
                  onChange={() =>
                    change({ city: isChosen ? keys.filter((key) => key !== city.key) : [...keys, city.key] })
                  }
                />{' '}
                {nameOf(city)}
              </label>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** The column of the name of a city, with which each table begins. */
function useCityColumn(): Column<City> {
  const { city } = useCityWords();
  const { nameOf } = useLabels();
  return { id: 'city', title: city, value: nameOf, cell: (each) => <CityLink city={each} />, isName: true };
}

const keyOf = ({ key }: City) => key;

const counted = ['policyItems', 'measures', 'indicators', 'departments', 'reformSheets'] as const;

function Counts() {
  const words = useCityWords();
  const { vocabulary } = useLabels();
  const { stage } = useView();
  const { shown } = useChosenCities();
  const name = useCityColumn();
  const { answer, request } = useAnswer(CitiesCountedDocument, { cities: shown.map(keyOf), stage });
  const columns = counted.map((list): Column<City> => {
    const { facets, coverage } = answer[list];
    const countOf = ({ id }: City) => facets.find(({ value }) => value === id)?.count ?? 0;
    return {
      id: list,
      title: vocabulary.types(pageTypes.find(({ plural }) => plural === list)?.name ?? list),
      value: countOf,
      numeric: true,
      cell: (city) => (
        <Told coverage={toldOf(coverage, city)}>
          {countOf(city) > 0 ? (
            <ListOfCity city={city} list={list}>
              {countOf(city)}
            </ListOfCity>
          ) : (
            0
          )}
        </Told>
      ),
    };
  });
  return (
    <TableSection title={words.counts} rows={shown} columns={[name, ...columns]} keyOf={keyOf} request={request} />
  );
}

/** How much of a city was read for a number. */
const toldOf = (coverage: CoverageOfCitiesFragment, city: City) =>
  coverage.municipalities.find(({ municipality }) => municipality === city.key);

function ByGoal() {
  const words = useCityWords();
  const { stage } = useView();
  const { shown } = useChosenCities();
  const { answer, request } = useAnswer(CitiesByGoalDocument, { cities: shown.map(keyOf), stage });
  return <CrossTable title={words.byGoal} table={answer.crossTab} request={request} columns={['policyItems', 'sdg']} />;
}

function ByGrade() {
  const words = useCityWords();
  const { stage } = useView();
  const { shown } = useChosenCities();
  const { answer, request } = useAnswer(CitiesByGradeDocument, { cities: shown.map(keyOf), stage });
  return (
    <CrossTable title={words.byGrade} table={answer.crossTab} request={request} columns={['reformSheets', 'grade']} />
  );
}

/** A cross table whose rows are cities; `columns` are the list that a number opens, and the filter that its column stands for. */
function CrossTable({
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
  const words = useCityWords();
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
      {shown.length > 1 && table.coverage.state !== 'COMPLETE' && <p className="quiet-text">{words.eachCity}</p>}
    </TableSection>
  );
}

/** The columns of a cross table whose rows are cities; a number opens the list of the city. */
function useTableColumns(table: CitiesTableFragment, list: string, filter: string): readonly Column<City>[] {
  const words = useCityWords();
  const { nameOf } = useLabels();
  const name = useCityColumn();
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

function Progress() {
  const words = useCityWords();
  const { vocabulary } = useLabels();
  const { shown } = useChosenCities();
  const name = useCityColumn();
  const { answer, request } = useAnswer(CitiesProgressDocument, { cities: shown.map(keyOf) });
  const of = ({ key }: City) => answer.progress.municipalities.find(({ municipality }) => municipality === key);
  type Counted = 'indicators' | 'reached' | 'notReached' | 'notComparable';
  const column = (id: Counted, title: string, cell?: Column<City>['cell']): Column<City> => ({
    id,
    title,
    value: (city) => of(city)?.[id] ?? 0,
    numeric: true,
    ...(cell && { cell }),
  });
  return (
    <TableSection
      title={words.progress}
      rows={shown}
      columns={[
        name,
        column('indicators', vocabulary.types('Indicator'), (city) => (
          <Told coverage={toldOf(answer.indicators.coverage, city)}>{of(city)?.indicators ?? 0}</Told>
        )),
        column('reached', words.reached),
        column('notReached', words.notReached),
        column('notComparable', words.notComparable),
      ]}
      keyOf={keyOf}
      request={request}
    />
  );
}
