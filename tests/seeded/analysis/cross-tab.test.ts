import {
  type CountableName,
  countables,
  type DimensionName,
  dimensionsOf,
} from '../../../src/analysis/cross-tab-dimensions.js';
import type { Connection } from '../../../src/database/connection.js';
import { patience, seededDatabase } from '../seeded.js';
import { answer, ask } from './ask.js';
import { inForce, type Links, links, table } from './seed-tables.js';

interface Table {
  readonly crossTab: {
    readonly rows: readonly { readonly key: string; readonly total: number }[];
    readonly columns: readonly { readonly key: string; readonly total: number }[];
    readonly cells: readonly { readonly row: string; readonly column: string; readonly count: number }[];
    readonly grandTotal: number;
    readonly truncated: boolean;
  };
}

/** A step from things to others, with a name by which it is known in several routes. */
type Step = readonly [name: string, links: Links];
type Route = readonly Step[];

const property = (name: string, column: string): Links => {
  const values = new Map(table(name).map((row) => [row.id, row[column]]));
  return (id) => [values.get(id) || []].flat();
};
/** What no table of the dataset tells. */
const untold: Step = ['untold', () => []];

const step = (name: string, direction?: 'in'): Step => [`${name} ${direction}`, links(name, direction)];
const toItem = step('measure-policy-item');
const toParts = step('measure-policy-item', 'in');
const toSheets = step('reform-sheet-measures', 'in');
const toMeasures = step('reform-sheet-measures');
const toOwners = step('measure-departments');
const toField = step('policy-item-field');
const toInitiatives = step('initiative-policy-items', 'in');
const toEvaluations = step('evaluation-sheet', 'in');
const toItemOfIndicator = step('indicator-policy-item');

/** The route from a policy item. */
const ofItem: Readonly<Partial<Record<DimensionName, Route>>> = {
  SDG: [step('policy-item-sdgs')],
  POLICY_FIELD: [toField],
  POLICY_ITEM: [],
  MEASURE: [toParts],
  DEPARTMENT: [toParts, toOwners],
  INITIATIVE: [toInitiatives],
  LINKAGE_PLAN: [toInitiatives, step('initiative-linkage-plan')],
};
/** That of the dataset, whatever leads there. */
const ofDataset: Route = [['municipality', () => table('municipalities').map(({ id = '' }) => id)]];
/** The route from a reform sheet. */
const ofSheet: Readonly<Partial<Record<DimensionName, Route>>> = {
  SUPPORTING_DEPARTMENT: [step('reform-sheet-supports')],
  REFORM_FIELD: [step('reform-sheet-field')],
  PERSPECTIVE: [step('reform-sheet-perspectives')],
  GRADE: [toEvaluations, ['grade', property('evaluations', 'grade')]],
  FISCAL_YEAR: [step('annual-goal-sheet', 'in'), ['goal-year', property('annual-goals', 'fiscal_year')]],
};
/** How what is counted is led to its policy item and to its reform sheets. */
const before: Readonly<Record<CountableName, { readonly item: Route; readonly sheet: Route }>> = {
  MEASURES: { item: [toItem], sheet: [toSheets] },
  POLICY_ITEMS: { item: [], sheet: [toParts, toSheets] },
  REFORM_SHEETS: { item: [toMeasures, toItem], sheet: [] },
  INDICATORS: { item: [toItemOfIndicator], sheet: [] },
  PROJECTS: { item: [step('project-policy-item')], sheet: [] },
};
/** Routes of their own. */
const own: Readonly<Partial<Record<CountableName, Readonly<Partial<Record<DimensionName, readonly Route[]>>>>>> = {
  MEASURES: { MEASURE: [[]], DEPARTMENT: [[toOwners]], MARK: [[untold]] },
  POLICY_ITEMS: { MARK: [[untold]] },
  REFORM_SHEETS: {
    MEASURE: [[toMeasures]],
    DEPARTMENT: [[step('reform-sheet-leads')]],
    POLICY_FIELD: [[toMeasures, toItem, toField], [step('reform-sheet-policy-fields')]],
  },
  INDICATORS: {
    LINKAGE_PLAN: [[step('indicator-linkage-plan')]],
  },
  PROJECTS: {
    ...{ SDG: [[untold]], DEPARTMENT: [[untold]], MEASURE: [[untold]], MARK: [[untold]] },
    EXPENDITURE_FUNCTION: [[['function', property('projects', 'expenditure_function')]]],
  },
};

function routesOf(counted: CountableName, name: DimensionName, beside: DimensionName): readonly Route[] {
  const { item, sheet } = before[counted];
  if (name === 'MUNICIPALITY') return [ofDataset];
  // Beside a grade, the year is that of the grade.
  if (name === 'FISCAL_YEAR' && beside === 'GRADE')
    return [[...sheet, toEvaluations, ['grade-year', property('evaluations', 'fiscal_year')]]];
  if (name === 'FISCAL_YEAR' && beside === 'MARK') return [[untold]];
  const [fromItem, fromSheet] = [ofItem[name], ofSheet[name]];
  return own[counted]?.[name] ?? (fromSheet ? [[...sheet, ...fromSheet]] : [[...item, ...(fromItem ?? [])]]);
}

const followed = (route: Route, id: string): readonly string[] => [
  ...new Set(route.reduce<readonly string[]>((ids, [, follow]) => ids.flatMap(follow), [id])),
];
const orNone = (values: readonly string[]) => (values.length > 0 ? values : ['none']);

/** All pairs of values that a thing has: what lies on the way to both is one thing, unless there are several ways. */
function pairsOf(counted: CountableName, rows: DimensionName, columns: DimensionName, id: string): readonly string[] {
  const [rowRoutes, columnRoutes] = [routesOf(counted, rows, columns), routesOf(counted, columns, rows)];
  const [row = [], column = []] = [rowRoutes[0], columnRoutes[0]];
  const single = rowRoutes.length + columnRoutes.length === 2 && rows !== columns;
  const differs = row.findIndex(([name], index) => name !== column[index]?.[0]);
  const common = single ? (differs < 0 ? row.length : differs) : 0;
  const values = (routes: readonly Route[], from: string) =>
    orNone([...new Set(routes.flatMap((route) => followed(route.slice(common), from)))]);
  return orNone(followed(row.slice(0, common), id)).flatMap((middle) =>
    values(rowRoutes, middle).flatMap((first) => values(columnRoutes, middle).map((second) => `${first} | ${second}`)),
  );
}

const tables: Readonly<Record<CountableName, string>> = {
  MEASURES: 'measures',
  POLICY_ITEMS: 'policy-items',
  REFORM_SHEETS: 'reform-sheets',
  INDICATORS: 'indicators',
  PROJECTS: 'projects',
};

/** The whole table, worked out from the files. */
function expected(counted: CountableName, rows: DimensionName, columns: DimensionName) {
  const cells = new Map<string, Set<string>>();
  const put = (key: string, id: string) => cells.set(key, (cells.get(key) ?? new Set()).add(id));
  for (const { id = '' } of inForce(tables[counted]))
    for (const pair of pairsOf(counted, rows, columns, id)) {
      const [row, column] = pair.split(' | ');
      put(pair, id);
      put(`${row} | all`, id);
      put(`all | ${column}`, id);
      put('all | all', id);
    }
  return Object.fromEntries([...cells].map(([key, ids]) => [key, ids.size] as const).sort());
}

const operation = `query ($rows: Dimension!, $columns: Dimension!, $count: Countable!, $municipality: ID) {
  crossTab(rows: $rows, columns: $columns, count: $count, municipality: $municipality) {
    rows { key total } columns { key total } cells { row column count } grandTotal truncated
  }
}`;

describe('a cross table', () => {
  let connection: Connection;

  beforeAll(async () => {
    connection = await seededDatabase();
  }, patience);

  afterAll(() => connection?.close());

  // Each dimension beside the next one, and two beside themselves: Neo4j takes a while to plan each new statement.
  const combinations = (Object.keys(countables) as CountableName[]).flatMap((counted) => {
    const names = dimensionsOf(counted);
    const next = (place: number) => names[(place + 1) % names.length] ?? 'SDG';
    const pairs = names.map((rows, place) => [counted, rows, next(place)] as const);
    return [...pairs, [counted, 'DEPARTMENT', 'DEPARTMENT'] as const, [counted, 'SDG', 'SDG'] as const];
  });

  test.each(combinations)(
    'of %s by %s and %s is what the files add up to',
    async (counted, rows, columns) => {
      const { crossTab } = await ask<Table>(connection, operation, {
        rows,
        columns,
        count: counted,
        municipality: 'honjo',
      });
      const found = Object.fromEntries(
        [
          ...crossTab.cells.map(({ row, column, count }) => [`${row} | ${column}`, count] as const),
          ...crossTab.rows.map(({ key, total }) => [`${key} | all`, total] as const),
          ...crossTab.columns.map(({ key, total }) => [`all | ${key}`, total] as const),
          ['all | all', crossTab.grandTotal] as const,
        ].sort(),
      );
      expect(found).toEqual(expected(counted, rows, columns));
      expect(crossTab.truncated).toBe(false);
    },
    patience,
  );

  test.each<[CountableName, DimensionName, DimensionName]>([
    ['MEASURES', 'SDG', 'DEPARTMENT'],
    ['MEASURES', 'POLICY_ITEM', 'SDG'],
    ['REFORM_SHEETS', 'GRADE', 'FISCAL_YEAR'],
    ['REFORM_SHEETS', 'POLICY_FIELD', 'DEPARTMENT'],
    ['POLICY_ITEMS', 'DEPARTMENT', 'DEPARTMENT'],
  ])(
    'of %s by %s and %s is the same of all cities as of the only one',
    async (count, rows, columns) => {
      const variables = { rows, columns, count };
      expect(await ask<Table>(connection, operation, variables)).toEqual(
        await ask<Table>(connection, operation, { ...variables, municipality: 'honjo' }),
      );
    },
    patience,
  );

  test('opens every cell into what it has counted', async () => {
    const opened = `{ crossTab(rows: REFORM_FIELD, columns: GRADE, count: REFORM_SHEETS) {
      cells { row column count measures { totalCount } reformSheets { totalCount nodes { number field { id } evaluations { grade } } } } } }`;
    const { crossTab } = await ask<{
      crossTab: {
        cells: readonly {
          row: string;
          column: string;
          count: number;
          measures: unknown;
          reformSheets: {
            totalCount: number;
            nodes: readonly { field: { id: string }; evaluations: readonly { grade: string }[] }[];
          };
        }[];
      };
    }>(connection, opened);
    expect(crossTab.cells).toHaveLength(12);
    for (const { row, column, count, measures, reformSheets } of crossTab.cells) {
      expect(measures).toBeNull();
      expect(reformSheets.totalCount).toBe(count);
      expect(reformSheets.nodes.map(({ field }) => field.id)).toEqual(Array(count).fill(row));
      const grades = reformSheets.nodes.map(({ evaluations: [given] }) => given?.grade ?? 'none');
      expect(grades).toEqual(Array(count).fill(column));
    }
  });

  test('counts only what fits its filter', async () => {
    const filtered = `{ crossTab(rows: SDG, columns: DEPARTMENT, count: MEASURES,
      filter: { measures: { departments: { some: { name: { eq: "市民活動推進課" } } } } }) { columns { label total } grandTotal } }`;
    const { crossTab } = await ask<{
      crossTab: { columns: readonly { label: string; total: number }[]; grandTotal: number };
    }>(connection, filtered);
    const owned = inForce('measure-departments').filter(({ to }) => to === 'honjo:department:市民活動推進課').length;
    expect(crossTab.grandTotal).toBe(owned);
    expect(crossTab.columns).toContainEqual({ label: '市民活動推進課', total: owned });
  });

  test('keeps the fullest rows and columns, and says how many it left out', async () => {
    const limited = `{ crossTab(rows: SDG, columns: DEPARTMENT, count: MEASURES, limit: 3) {
      rows { key total } cells { row } grandTotal truncated omittedRows omittedColumns } }`;
    const { crossTab } = await ask<Table & { crossTab: { omittedRows: number } }>(connection, limited);
    const totals = Object.entries(expected('MEASURES', 'SDG', 'DEPARTMENT'))
      .filter(([key]) => key.endsWith('| all') && !key.startsWith('all |'))
      .map(([, count]) => count)
      .sort((a, b) => b - a);
    expect(crossTab.rows.map(({ total }) => total).sort((a, b) => b - a)).toEqual(totals.slice(0, 3));
    expect(crossTab).toMatchObject({ truncated: true, omittedRows: totals.length - 3, grandTotal: 67 });
  });

  test.each([
    ['a dimension that the counted things do not have', '(rows: GRADE, columns: SDG, count: INDICATORS)', 'GRADE'],
    ['a year without evaluations beside it', '(rows: SDG, columns: FISCAL_YEAR, count: PROJECTS)', 'FISCAL_YEAR'],
    [
      'the filter of another type',
      '(rows: SDG, columns: GRADE, count: MEASURES, filter: { reformSheets: {} })',
      'reformSheets',
    ],
    ['no room for a single row', '(rows: SDG, columns: GRADE, count: MEASURES, limit: 0)', 'limit'],
  ])('refuses %s in both languages', async (_, given, named) => {
    const { errors } = await answer(connection, `{ crossTab${given} { grandTotal } }`);
    expect(errors[0]?.originalError).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining(named),
      messageJa: expect.stringContaining(named),
    });
  });

  test('a table of a stage that does not print what it counts says so, and one that is filled does not', async () => {
    const notes = async (stage: string) => {
      const { crossTab } = await ask<{ crossTab: { note: string; noteEn: string } }>(
        connection,
        `{ crossTab(rows: SDG, columns: DEPARTMENT, count: MEASURES, municipality: "honjo", stage: ${stage}) { note noteEn } }`,
      );
      return crossTab;
    };
    const adopted = await notes('ADOPTED');
    expect(adopted.note).toContain('確定計画の文書には次の関係の記載がないため');
    expect(adopted.noteEn).toContain('TOUCHES (A policy item touches a goal)');
    expect(adopted.noteEn).toContain('OWNED_BY');
    expect(adopted.noteEn).not.toContain('PART_OF');
    expect((await notes('DRAFT')).note).not.toContain('記載がない');
  });
});
