import type { Connection } from '../../../src/database/connection.js';
import { withoutPlaces } from '../../../src/ingest/dataset/located-dataset.js';
import { readDataset } from '../../../src/ingest/dataset/read.js';
import { readSharedThings, withSharedThings } from '../../../src/ingest/dataset/shared-things.js';
import { load } from '../../../src/ingest/load/load.js';
import { readLoadStatements } from '../../../src/ingest/load/statements.js';
import { importBook } from '../../../src/ingest/workbook/build.js';
import { formatFinding } from '../../../src/ingest/workbook/findings.js';
import { readBook } from '../../../src/ingest/workbook/read-book.js';
import { silentProgress } from '../../../src/progress.js';
import { projectFile } from '../../../src/project-files.js';
import { cityOf, cloneCity } from '../../bench/cities.js';
import { type FixtureBook, workbookOf } from '../../fixtures/aoba-city.js';
import { seededDatabase } from '../seeded.js';

/** Numbers of invented cities: the last one has all names of the committed city, the others have names of their own. */
const numbers = [1, 2, 7, 10] as const;

/** The keys of the cities that `fiveCities` loads beside the committed one. */
export const otherKeys: readonly string[] = numbers.map((number) => cityOf(number).key);

/** The committed dataset and four invented cities of its shape; one of them lacks what its documents would list wholly. */
export async function fiveCities(): Promise<Connection> {
  const connection = await seededDatabase();
  const { dataset } = await readDataset(projectFile('seed'));
  const statements = await readLoadStatements(projectFile('cypher/load'));
  for (const number of numbers) {
    const city = cloneCity(withoutPlaces(dataset), number);
    await load(connection, number === unreadNumber ? withoutCoverage(city) : city, statements, silentProgress);
  }
  return connection;
}

/** Loads a city beside them as an import does. */
export async function loadWorkbook(connection: Connection, sheets: FixtureBook): Promise<void> {
  const shared = await readSharedThings();
  const { dataset, findings } = importBook(await readBook(await workbookOf(sheets), 'plan.xlsx'), shared);
  if (findings.errors.length > 0) throw new Error(findings.errors.map((error) => formatFinding(error).en).join('\n'));
  const statements = await readLoadStatements(projectFile('cypher/load'));
  await load(connection, withSharedThings(withoutPlaces(dataset), shared), statements, silentProgress);
}

const unreadNumber = 7;

/** The key of the city of which no statement says what its documents list. */
export const unreadCity = cityOf(unreadNumber).key;

type Dataset = ReturnType<typeof cloneCity>;

const withoutCoverage = ({ nodes, edges }: Dataset): Dataset => ({
  nodes: new Map([...nodes].filter(([type]) => type !== 'CoverageStatement')),
  edges: new Map([...edges].filter(([type]) => type !== 'COVERAGE_OF')),
});
