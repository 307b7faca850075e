import type { CoverageOfCitiesFragment } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import type { Column } from '../../parts/data-table.js';
import type { City } from './city.js';
import { CityLink } from './city-links.js';
import { useCityWords } from './words.js';

/** The column of the name of a city, with which each table begins. */
export function useCityColumn<Row>(cityOf: (row: Row) => City): Column<Row> {
  const { city } = useCityWords();
  const { nameOf } = useLabels();
  return {
    id: 'city',
    title: city,
    value: (row) => nameOf(cityOf(row)),
    cell: (row) => <CityLink city={cityOf(row)} />,
    isName: true,
  };
}

/** How much of a city was read for a number. */
export const toldOf = (coverage: CoverageOfCitiesFragment, city: City) =>
  coverage.municipalities.find(({ municipality }) => municipality === city.key);
