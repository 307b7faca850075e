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

/** The values of a dimension, and the things in between that lead to them. */
const through =
  (...steps: readonly Links[]): Links =>
  (id) => [...new Set(steps.reduce<readonly string[]>((ids, step) => ids.flatMap(step), [id]))];

const property = (name: string, column: string): Links => {
  const values = new Map(table(name).map((row) => [row.id, row[column] ?? '']));
  return (id) => [values.get(id) ?? ''];
};

const itself: Links = (id) => [id];
const itemOf = links('measure-policy-item');
const partsOf = links('measure-policy-item', 'in');
const sheetsOf = links('reform-sheet-measures', 'in');
const measuresOf = links('reform-sheet-measures');
const owners = links('measure-departments');
const evaluations = links('evaluation-sheet', 'in');
const gradeOf = property('evaluations', 'grade');
const yearOf = property('evaluations', 'fiscal_year');

/** Of a policy item. */
const ofItem: Readonly<Record<string, Links>> = {
  SDG: links('policy-item-sdgs'),
  POLICY_FIELD: links('policy-item-field'),
  POLICY_ITEM: itself,
  LINKAGE_PLAN: through(links('initiative-policy-items', 'in'), links('initiative-linkage-plan')),
};
/** Of a reform sheet. */
const ofSheet: Readonly<Record<string, Links>> = {
  SUPPORTING_DEPARTMENT: links('reform-sheet-supports'),
  REFORM_FIELD: links('reform-sheet-field'),
  PERSPECTIVE: links('reform-sheet-perspectives'),
  GRADE: through(evaluations, gradeOf),
  FISCAL_YEAR: through(links('annual-goal-sheet', 'in'), property('annual-goals', 'fiscal_year')),
};
const isGradeAndYear = (a: string, b: string) => [a, b].sort().join() === 'FISCAL_YEAR,GRADE';
const citedFields = links('reform-sheet-policy-fields');

/** How a thing is followed to one dimension: to what carries it, and from there to its values. */
interface Route {
  readonly carriers: Links;
  readonly kind: 'item' | 'measure' | 'sheet' | 'thing';
  readonly values: Links;
}

function route(counted: CountableName, name: DimensionName): Route {
  const sheetValues = ofSheet[name];
  const itemValues = ofItem[name];
  if (counted === 'MEASURES') {
    if (sheetValues) return { carriers: sheetsOf, kind: 'sheet', values: sheetValues };
    if (itemValues) return { carriers: itemOf, kind: 'item', values: itemValues };
    return { carriers: itself, kind: 'thing', values: owners };
  }
  if (counted === 'POLICY_ITEMS') {
    if (sheetValues) return { carriers: through(partsOf, sheetsOf), kind: 'sheet', values: sheetValues };
    if (itemValues) return { carriers: itself, kind: 'thing', values: itemValues };
    return { carriers: partsOf, kind: 'measure', values: owners };
  }
  if (counted === 'REFORM_SHEETS') {
    if (name === 'POLICY_FIELD') {
      const fields: Links = (id) => [
        ...through(measuresOf, itemOf, ofItem.POLICY_FIELD ?? itself)(id),
        ...citedFields(id),
      ];
      return { carriers: itself, kind: 'thing', values: (id) => [...new Set(fields(id))] };
    }
    if (itemValues) return { carriers: through(measuresOf, itemOf), kind: 'item', values: itemValues };
    return { carriers: itself, kind: 'thing', values: sheetValues ?? links('reform-sheet-leads') };
  }
  if (name === 'LINKAGE_PLAN') return { carriers: itself, kind: 'thing', values: links('indicator-linkage-plan') };
  const item = links('indicator-policy-item');
  return { carriers: item, kind: 'item', values: itemValues ?? through(partsOf, owners) };
}

const orNone = (values: readonly string[]) => (values.length > 0 ? values : ['none']);

/** All pairs of values that a thing has. */
function pairsOf(counted: CountableName, rows: DimensionName, columns: DimensionName, id: string): readonly string[] {
  const [row, column] = [route(counted, rows), route(counted, columns)];
  const product = (a: readonly string[], b: readonly string[]) =>
    orNone(a).flatMap((first) => orNone(b).map((second) => `${first} | ${second}`));
  if (isGradeAndYear(rows, columns)) {
    // Both are read from one evaluation.
    const values: Record<string, Links> = { GRADE: gradeOf, FISCAL_YEAR: yearOf };
    const found = through(row.carriers, evaluations)(id);
    const of = (name: DimensionName, evaluation: string) => values[name]?.(evaluation) ?? [];
    return found.length === 0 ? product([], []) : found.flatMap((each) => product(of(rows, each), of(columns, each)));
  }
  const [rowValues, columnValues] = [row.values, column.values];
  if (rows !== columns && row.kind === column.kind)
    return orNone(row.carriers(id)).flatMap((carrier) => product(rowValues(carrier), columnValues(carrier)));
  // The departments of a policy item answer for its measures, through which its sheets are reached too.
  if (counted === 'POLICY_ITEMS' && row.kind !== 'thing' && column.kind !== 'thing' && rows !== columns) {
    const values = ({ kind }: Route, of: Links): Links => (kind === 'sheet' ? through(sheetsOf, of) : of);
    return orNone(partsOf(id)).flatMap((part) =>
      product(values(row, rowValues)(part), values(column, columnValues)(part)),
    );
  }
  return product(through(row.carriers, rowValues)(id), through(column.carriers, columnValues)(id));
}

const tables: Readonly<Record<CountableName, string>> = {
  MEASURES: 'measures',
  POLICY_ITEMS: 'policy-items',
  REFORM_SHEETS: 'reform-sheets',
  INDICATORS: 'indicators',
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
