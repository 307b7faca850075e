import { readdirSync } from 'node:fs';
import { statement } from '../../../src/analysis/statements.js';
import type { Connection, ProfiledOperator } from '../../../src/database/connection.js';
import { projectFile } from '../../../src/project-files.js';
import { patience, seededDatabase } from '../seeded.js';

let connection: Connection;

beforeAll(async () => {
  connection = await seededDatabase();
}, patience);

afterAll(() => connection?.close());

const statements = readdirSync(projectFile('cypher/queries')).map((file) => file.replace(/\.cypher$/, ''));

test.each(statements)('the database understands %s', async (name) => {
  await expect(connection.read(`EXPLAIN ${statement(name)}`)).resolves.toEqual([]);
});

test('the facts of a link are found from its source, not from a target to which many lead', async () => {
  const { operators } = await connection.profile(statement('link-facts'), {
    stage: null,
    keys: ['honjo:department:市民課 DIVISION_OF honjo:municipality:112119'],
  });
  const rows = (operator: ProfiledOperator): number =>
    Math.max(operator.rows, ...operator.children.map((child) => rows(child)));
  // Its own links, of which there are a few: what it is a part of, and its line.
  expect(operators && rows(operators)).toBeLessThanOrEqual(4);
});

/** The operators of a plan that read all things of all cities, or all links. */
const scansIn = ({ operator, details, children }: ProfiledOperator): readonly string[] => [
  ...(/^(AllNodesScan|.*RelationshipTypeScan|.*RelationshipsScan)/.test(operator) ||
  (/^NodeByLabelScan/.test(operator) && /:(Node|Entity|SearchEntry)/.test(details))
    ? [`${operator} ${details}`]
    : []),
  ...children.flatMap(scansIn),
];

/** What statements are given that are about one city, or some. */
const given = {
  ...{ municipality: 'honjo', municipalities: ['honjo'], given: 'honjo' },
  ...{ ids: ['honjo:measure:5-2-3'], keys: ['honjo:measure:5-2-3'], things: ['honjo:measure:5-2-3'] },
  ...{ stage: null, types: ['Measure'], stagedTypes: ['Measure'], metadata: ['Change'], left: ['CHANGES'] },
  ...{ after: null, limit: 10, most: 9, kinds: null, fields: null, within: null, derived: null },
  ...{ lucene: 'searchText:"推進"', text: '推進', words: ['推進'] },
  ...{ code: null, grams: [], minimumGrams: 0, queries: [] },
};

const aboutCities = statements.filter((name) => /\$municipalit(y|ies)/.test(statement(name)));
test.each(aboutCities)('%s finds what is of a city by an index', async (name) => {
  // Gaps put types of links in place of the word.
  const { operators } = await connection.profile(statement(name).replace(':FACT', ':OWNED_BY|LED_BY'), given);
  expect(operators && scansIn(operators)).toEqual([]);
});
