import { readFile } from 'node:fs/promises';
import { readExample } from '../../src/examples/read-examples.js';
import { sortKeyOf } from '../../src/ingest/dataset/natural-order.js';
import { projectFile } from '../../src/project-files.js';
import { cityOf } from './cities.js';

export const contestants = ['ours', 'peer', 'bare'] as const;
export type Contestant = (typeof contestants)[number];

/** A question that all contestants are asked, each in its own language. */
export interface Operation {
  readonly name: string;
  /** Folder of its texts. */
  readonly folder: string;
  /** Answered from the answer cache where there is one; without it, the contestant is asked past its cache. */
  readonly cached: boolean;
  readonly texts: Readonly<Partial<Record<Contestant, string>>>;
}

const folders = ['one', 'wide', 'deep', 'ask', 'three', 'middle', 'count', 'full'] as const;

/** "again" is `wide` asked past no cache: only the service itself has one. */
export const operationNames: readonly string[] = [...folders, 'again'];

/** The questions that cross the whole graph, which nobody else can be asked, each with the example that asks it. */
const analysisExamples: ReadonlyMap<string, string> = new Map([
  ['search', 'search'],
  ['names', 'resolve-names'],
  ['paths', 'from-department-to-goal'],
  ['neighborhood', 'neighborhood-of-a-department'],
  ['crosstab', 'sdg-by-department'],
  ['crosstab-all', 'sdg-by-department'],
  ['collaborations', 'department-network'],
  ['gaps', 'gaps'],
  ['changes', 'changes-of-the-plan'],
  ['dossier', 'dossier-of-a-measure'],
]);

/** Those of them that no example asks in the way a dashboard does. */
const ownAnalyses: readonly string[] = ['likeness', 'progress'];

export const analysisNames: readonly string[] = [...analysisExamples.keys(), ...ownAnalyses];

export async function readOperation(name: string): Promise<Operation> {
  const folder = name === 'again' ? 'wide' : name;
  const read = (file: string) => readFile(projectFile(`tests/bench/operations/${folder}/${file}`), 'utf8');
  const example = analysisExamples.get(name);
  if (example) return { name, folder, cached: false, texts: { ours: await exampleText(example) } };
  if (ownAnalyses.includes(name)) return { name, folder, cached: false, texts: { ours: await read('ours.graphql') } };
  const [ours, peer, bare] = await Promise.all([read('ours.graphql'), read('peer.graphql'), read('bare.cypher')]);
  return { name, folder, cached: name === 'again', texts: { ours, peer, bare } };
}

async function exampleText(name: string): Promise<string> {
  const example = await readExample(name);
  if (!example) throw new Error(`expected schema/examples/${name}.graphql`);
  return example.query;
}

/** Cities that are asked about in turn, spread over all. */
export function askedCities(cities: number): readonly number[] {
  const asked = Math.min(cities, 8);
  return Array.from({ length: asked }, (_, index) => 1 + Math.floor((index * cities) / asked));
}

/** The row before the page of `middle`, as each contestant names it. */
export interface PageStart {
  readonly cursor: string;
  readonly sheetId: string;
  readonly year: number;
  readonly id: string;
}

/** The page of `middle` starts behind so many rows. */
const rowsBeforePage = 100;

/** What finds the row before the page; asked once of the service, before anything is measured. */
export const pageStartQuery = `query ($code: String!) {
  annualGoals(
    filter: { sheet: { field: { municipality: { code: { eq: $code } } } } }
    orderBy: [{ sheet: { number: DESC } }, { fiscalYear: ASC }]
    first: ${rowsBeforePage}
  ) { pageInfo { endCursor } nodes { id fiscalYear sheet { id } } }
}`;

/** The variables of an operation for a city. */
export function variablesOf(
  folder: string,
  number: number,
  contestant: Contestant,
  pageStart: PageStart,
): Readonly<Record<string, unknown>> {
  const { key, code, namePrefix } = cityOf(number);
  switch (folder) {
    case 'search':
    case 'names':
    case 'crosstab':
    case 'collaborations':
    case 'gaps':
    case 'changes':
    case 'progress':
      return { municipality: key };
    case 'likeness':
      return { sheet: `${key}:reform-sheet:1-24` };
    case 'crosstab-all':
      return {};
    case 'paths':
    case 'neighborhood':
      return { department: `${key}:department:市民活動推進課`, goal: 'sdg:17' };
    case 'dossier':
      return { measure: `${key}:measure:5-2-3` };
    case 'one':
      return { city: key, department: `${namePrefix}市民活動推進課` };
    case 'ask':
      return { code, sdg: 11, department: `${namePrefix}危機管理課` };
    case 'three':
      return { code, sdgs: [11, 16, 17], year: 2027 };
    case 'count':
      return { code, year: 2025 };
    case 'middle':
      return { code, ...pageVariables(contestant, pageStart) };
    default:
      return { code };
  }
}

function pageVariables(contestant: Contestant, { cursor, sheetId, year, id }: PageStart) {
  if (contestant === 'ours') return { after: cursor };
  // @neo4j/graphql counts rows, as the reference implementation of Relay's cursors does.
  if (contestant === 'peer') return { after: Buffer.from(`arrayconnection:${rowsBeforePage - 1}`).toString('base64') };
  return { key: sortKeyOf(sheetId), year, id };
}
