import { useAnswer } from '../../client/use-answer.js';
import {
  CitiesByGoalDocument,
  CitiesByGradeDocument,
  CitiesByTitleDocument,
  CitiesCountedDocument,
  CitiesProgressDocument,
} from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import type { Column } from '../../parts/data-table.js';
import { PageTitle } from '../../parts/page-title.js';
import { TableSection, Waiting } from '../../parts/section.js';
import { useAddress } from '../../site/use-address.js';
import { useView } from '../../site/view.js';
import { pageTypes } from '../types/all.js';
import { AmountsTable } from './amounts-table.js';
import { mostCities, useChosenCities } from './chosen-cities.js';
import './cities.css';
import { CitiesCrossTable } from './cities-cross-table.js';
import { type City, keyOf } from './city.js';
import { toldOf, useCityColumn } from './city-column.js';
import { ListOfCity, Told } from './city-links.js';
import { MarksTable } from './marks-table.js';
import { useCityWords } from './words.js';

const itself = (city: City) => city;

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
        <MarksTable />
        <Progress />
        <ByTitle />
        <AmountsTable />
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

const counted = ['policyItems', 'measures', 'indicators', 'departments', 'reformSheets'] as const;

function Counts() {
  const words = useCityWords();
  const { vocabulary } = useLabels();
  const { stage } = useView();
  const { shown } = useChosenCities();
  const name = useCityColumn(itself);
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

function ByGoal() {
  const words = useCityWords();
  const { stage } = useView();
  const { shown } = useChosenCities();
  const { answer, request } = useAnswer(CitiesByGoalDocument, { cities: shown.map(keyOf), stage });
  return (
    <CitiesCrossTable title={words.byGoal} table={answer.crossTab} request={request} columns={['policyItems', 'sdg']} />
  );
}

function ByGrade() {
  const words = useCityWords();
  const { stage } = useView();
  const { shown } = useChosenCities();
  const { answer, request } = useAnswer(CitiesByGradeDocument, { cities: shown.map(keyOf), stage });
  return (
    <CitiesCrossTable
      title={words.byGrade}
      table={answer.crossTab}
      request={request}
      columns={['reformSheets', 'grade']}
    />
  );
}

function ByTitle() {
  const words = useCityWords();
  const { stage } = useView();
  const { shown } = useChosenCities();
  const { answer, request } = useAnswer(CitiesByTitleDocument, { cities: shown.map(keyOf), stage });
  return (
    <CitiesCrossTable title={words.byTitle} table={answer.crossTab} request={request} columns={['projects', 'title']} />
  );
}

function Progress() {
  const words = useCityWords();
  const { vocabulary } = useLabels();
  const { shown } = useChosenCities();
  const name = useCityColumn(itself);
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
