import { useAnswer } from '../../client/use-answer.js';
import { CitiesExpendituresDocument } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { exactYen, yenIn } from '../../language/yen.js';
import type { Column } from '../../parts/data-table.js';
import { none } from '../../parts/lists.js';
import { TableSection } from '../../parts/section.js';
import { useAddress } from '../../site/use-address.js';
import { type AmountRow, amountRows, type Entry, type Sum, yearsOf } from './amounts.js';
import { useChosenCities } from './chosen-cities.js';
import { EachCity } from './cities-cross-table.js';
import { type City, keyOf } from './city.js';
import { toldOf, useCityColumn } from './city-column.js';
import { ListOfCity, Told } from './city-links.js';
import { useCityWords } from './words.js';

/** What the cities budgeted and spent under the titles of the budget in one fiscal year: `?year=2023`, else the latest. */
export function AmountsTable() {
  const words = useCityWords();
  const { vocabulary } = useLabels();
  const { shown } = useChosenCities();
  const { parameters } = useAddress();
  const name = useCityColumn<AmountRow>(({ city }) => city);
  const { answer, request } = useAnswer(CitiesExpendituresDocument, { cities: shown.map(keyOf) });
  const { entries, coverage } = answer.expenditures;
  const years = yearsOf(entries);
  const asked = Number(parameters.get('year'));
  const year = years.find(({ fiscalYear }) => fiscalYear === asked) ?? years[0];
  const rows = amountRows(shown, entries, year?.fiscalYear ?? null);
  const titles: readonly Entry['expenditureFunction'][] = [
    ...(vocabulary.valuesOf('ExpenditureFunction') as NonNullable<Entry['expenditureFunction']>[]),
    null,
  ];
  const kind: Column<AmountRow> = {
    id: 'amount',
    title: words.amount,
    value: ({ amount }) => words[amount],
  };
  const columns = titles
    .filter((title) => rows.some(({ byTitle }) => byTitle.has(title)))
    .map(
      (title): Column<AmountRow> => ({
        id: title ?? none,
        title:
          title === null ? words.none(coverage.state !== 'COMPLETE') : vocabulary.value('ExpenditureFunction', title),
        value: ({ byTitle }) => byTitle.get(title)?.yen ?? null,
        numeric: true,
        cell: ({ city, byTitle }) => {
          const sum = byTitle.get(title);
          return sum && <YenOf sum={sum} city={city} title={title ?? none} />;
        },
      }),
    );
  const total: Column<AmountRow> = {
    id: 'total',
    title: words.sum,
    value: ({ total: { yen } }) => yen,
    numeric: true,
    cell: ({ city, total: sum }) => (
      <Told coverage={toldOf(coverage, city)}>{sum.projects > 0 && <YenOf sum={sum} city={city} />}</Told>
    ),
  };
  return (
    <TableSection
      title={words.amounts(year ? words.year(year.fiscalYear, year.era) : null)}
      rows={rows}
      columns={[name, kind, ...columns, total]}
      keyOf={({ city, amount }) => `${city.key} ${amount}`}
      request={request}
      save={{ connection: 'expenditures.entries' }}
      coverage={shown.length > 1 ? null : coverage}
    >
      {years.length > 0 && <YearChoice years={years} />}
      <EachCity coverage={coverage} />
      {rows.some(({ total: { told, projects } }) => told < projects) && (
        <p className="quiet-text">{words.someProjects}</p>
      )}
    </TableSection>
  );
}

function YearChoice({ years }: { readonly years: ReturnType<typeof yearsOf> }) {
  const words = useCityWords();
  const { chosen, change } = useAddress();
  const [latest] = years;
  return (
    <label className="row small screen-only">
      {words.fiscalYear}
      <select
        value={chosen.get('year') ?? latest?.fiscalYear}
        onChange={({ target }) => change({ year: target.value })}
      >
        {years.map(({ fiscalYear, era }) => (
          <option key={fiscalYear} value={fiscalYear}>
            {words.year(fiscalYear, era)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Yen as people read them, that open the projects; of how many projects they are, where that is not all. */
function YenOf({
  sum: { yen, told, projects },
  city,
  title,
}: {
  readonly sum: Sum;
  readonly city: City;
  /** Without one, the projects under all titles. */
  readonly title?: string;
}) {
  const words = useCityWords();
  const { language } = useLabels();
  return (
    <span title={words.exactly(yen === null ? null : exactYen(yen, language), told, projects)}>
      {yen !== null && (
        <ListOfCity city={city} list="projects" {...(title && { filters: { title } })}>
          {yenIn(yen, language)}
        </ListOfCity>
      )}
      {told < projects && (
        <span className="quiet-text">
          {' '}
          ({told}/{projects})
        </span>
      )}
    </span>
  );
}
