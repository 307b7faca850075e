import type { Connection } from '../../../src/database/connection.js';
import { patience, seededDatabase } from '../seeded.js';
import { answer, ask } from './ask.js';
import { inForce, links, table } from './seed-tables.js';

interface Gap {
  readonly id: string;
  readonly kind: string;
  readonly severity: string;
  readonly reason: string;
  readonly reasonEn: string;
  readonly fiscalYears: readonly number[];
  readonly subject: { readonly id: string };
  readonly other: { readonly id: string } | null;
  readonly related: readonly { readonly id: string }[];
  readonly documents: readonly { readonly id: string }[];
  readonly sources: readonly { readonly firstLine: number }[];
}

const fields = `id kind severity reason reasonEn fiscalYears subject { id } other { id } related { id } documents { id }
  sources { firstLine document { id } }`;

let connection: Connection;

beforeAll(async () => {
  connection = await seededDatabase();
}, patience);

afterAll(() => connection?.close());

async function gaps(kind: string): Promise<readonly Gap[]> {
  const { gaps: found } = await ask<{ gaps: { totalCount: number; nodes: readonly Gap[] } }>(
    connection,
    `{ gaps(kinds: [${kind}], municipality: "honjo", first: 500) { totalCount nodes { ${fields} } } }`,
  );
  expect(found.totalCount).toBe(found.nodes.length);
  return found.nodes;
}

const subjects = (found: readonly Gap[]) => found.map(({ subject }) => subject.id).sort();
const ids = (name: string, test: (row: Readonly<Record<string, string>>) => boolean) =>
  inForce(name)
    .filter(test)
    .map(({ id }) => id)
    .sort();
const isCoded = ({ name_only }: Readonly<Record<string, string>>) => name_only === 'false';

describe('gaps are what the files lack', () => {
  test('policy items that no linkage plan references', async () => {
    const plans = links('initiative-policy-items', 'in');
    const found = await gaps('ITEM_WITHOUT_LINKAGE_PLAN');
    expect(subjects(found)).toEqual(ids('policy-items', ({ id = '' }) => plans(id).length === 0));
    expect(found.map(({ subject }) => subject.id.split(':').pop())).toEqual([
      ...['1-3', '2-3', '3-7', '4-5', '4-6', '5-3', '5-4', '5-5', '6-2'],
    ]);
  });

  test('measures without an owner, of those whose review sheets name owners', async () => {
    const owners = links('measure-departments');
    const expected = ids('measures', (row) => isCoded(row) && owners(row.id ?? '').length === 0);
    expect(subjects(await gaps('MEASURE_WITHOUT_OWNER'))).toEqual(expected);
  });

  test('measures of the plan without a reform sheet', async () => {
    const sheets = links('reform-sheet-measures', 'in');
    const expected = ids('measures', (row) => isCoded(row) && sheets(row.id ?? '').length === 0);
    expect(subjects(await gaps('MEASURE_WITHOUT_SHEET'))).toEqual(expected);
    expect(expected).toHaveLength(32);
  });

  test('goals that nothing touches, saying of how many policy items nothing is known', async () => {
    const items = links('policy-item-sdgs', 'in');
    const found = await gaps('SDG_UNTOUCHED');
    expect(subjects(found)).toEqual(ids('sdgs', ({ id = '' }) => items(id).length === 0));
    for (const { severity, reasonEn } of found) {
      expect(severity).toBe('LOW');
      expect(reasonEn).toMatch(/None of the 11 policy items .* of the other 27 /);
    }
  });

  test('sheets without a grade, which start after the graded year', async () => {
    const grades = links('evaluation-sheet', 'in');
    const found = await gaps('SHEET_WITHOUT_GRADE');
    expect(subjects(found)).toEqual(ids('reform-sheets', ({ id = '' }) => grades(id).length === 0));
    expect(found.map(({ subject }) => subject.id.split(':').pop())).toEqual([
      ...['1-24', '1-25', '1-26', '2-18', '3-11', '3-12'],
    ]);
    for (const { severity, reason } of found) {
      expect(severity).toBe('LOW');
      expect(reason).toContain('2024年度（R6）');
    }
  });

  test('sheets that leave a year of their course without a goal', async () => {
    const goals = links('annual-goal-sheet', 'in');
    const years = new Map(table('annual-goals').map(({ id, fiscal_year }) => [id, Number(fiscal_year)]));
    const expected = inForce('reform-sheets').flatMap((row) => {
      const set = goals(row.id ?? '').map((id) => years.get(id));
      const all = Array.from(
        { length: Number(row.target_fiscal_year) - Number(row.start_fiscal_year) + 1 },
        (_, index) => Number(row.start_fiscal_year) + index,
      );
      const missing = all.filter((year) => !set.includes(year));
      return missing.length > 0 ? [[row.id, missing]] : [];
    });
    const found = await gaps('GOAL_YEAR_EMPTY');
    expect(found.map(({ subject, fiscalYears }) => [subject.id, fiscalYears])).toEqual(expected);
    expect(expected).toEqual([['honjo:reform-sheet:1-26', [2026, 2027]]]);
  });

  test('indicators without baseline, those with a target before those of which only the name is printed', async () => {
    const found = await gaps('INDICATOR_WITHOUT_BASELINE');
    const expected = ids(
      'indicators',
      ({ stages = '', roles = '', baseline_value }) =>
        stages.includes('ADOPTED') && roles.includes('OUTCOME') && baseline_value === '',
    );
    expect(subjects(found)).toEqual(expected);
    const high = found.filter(({ severity }) => severity === 'HIGH');
    expect(subjects(high)).toEqual(['honjo:indicator:5-1:市民提案型事業数']);
    expect(high[0]?.sources.map(({ firstLine }) => firstLine)).toContain(64);
  });

  test('names known from a citation only, with the sheets that cite them', async () => {
    const sheets = links('reform-sheet-measures', 'in');
    const found = await gaps('NAME_ONLY');
    expect(subjects(found)).toEqual(ids('measures', (row) => !isCoded(row)));
    for (const { subject, related, sources } of found) {
      expect(related.map(({ id }) => id).sort()).toEqual([...sheets(subject.id)].sort());
      expect(sources.length).toBe(related.length);
    }
  });

  test('departments that work on the same thing and share none', async () => {
    const owners = inForce('measure-departments').map(({ from = '', to = '' }) => ({ measure: from, department: to }));
    const itemOf = links('measure-policy-item');
    const goalsOf = links('policy-item-sdgs');
    const sheetRows = [...inForce('reform-sheet-leads'), ...inForce('reform-sheet-supports')];
    const departments = [...new Set(owners.map(({ department }) => department))];
    const measures = (id: string) => owners.flatMap(({ measure, department }) => (department === id ? [measure] : []));
    const own = (id: string) => [...measures(id), ...sheetRows.flatMap(({ from, to }) => (to === id ? [from] : []))];
    const items = (id: string) => measures(id).flatMap(itemOf);
    const about = (id: string) => [...items(id), ...items(id).flatMap(goalsOf)];
    const meet = <Thing>(a: readonly Thing[], b: readonly Thing[]) => a.some((each) => b.includes(each));
    const expected = departments.flatMap((a) =>
      departments
        .filter((b) => a < b && meet(about(a), about(b)) && !meet(own(a), own(b)))
        .map((b) => ({ pair: [a, b].join(), same: meet(items(a), items(b)) })),
    );
    const found = await gaps('DEPARTMENTS_APART');
    const pairs = found.map(({ subject, other }) => [subject.id, other?.id ?? ''].sort().join());
    expect(pairs.sort()).toEqual(expected.map(({ pair }) => pair).sort());
    expect(found.filter(({ severity }) => severity === 'MEDIUM')).toHaveLength(
      expected.filter(({ same }) => same).length,
    );
    for (const { related, sources } of found) {
      expect(related.length).toBeGreaterThan(0);
      expect(sources.length).toBeGreaterThan(0);
    }
  });
});

describe('the list of gaps', () => {
  const page = `query ($after: String) { gaps(first: 60, after: $after) {
    totalCount facets { kind count } nodes { id ${fields} } edges { cursor node { id } } info: pageInfo { more: hasNextPage endCursor } } }`;
  interface Page {
    readonly gaps: {
      readonly totalCount: number;
      readonly facets: readonly { readonly kind: string; readonly count: number }[];
      readonly nodes: readonly Gap[];
      readonly info: { readonly more: boolean; readonly endCursor: string };
    };
  }

  const concerned = `query ($departments: [ID!]) { gaps(departments: $departments, first: 500) {
    severityFacets { severity count } departmentFacets { count department { id } }
    nodes { id kind severity subject { id } other { id } related { id } departments { id } } } }`;
  interface ConcernedPage {
    readonly gaps: {
      readonly severityFacets: readonly { readonly severity: string; readonly count: number }[];
      readonly departmentFacets: readonly { readonly count: number; readonly department: { readonly id: string } }[];
      readonly nodes: readonly (Gap & { readonly departments: readonly { readonly id: string }[] })[];
    };
  }
  const ids = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id).sort();

  test('has every gap once, page by page, each with words, documents and a name of its own', async () => {
    const all: Gap[] = [];
    let counted: Page['gaps'] | undefined;
    let after: string | null = null;
    do {
      counted = (await ask<Page>(connection, page, { after })).gaps;
      all.push(...counted.nodes);
      after = counted.info.endCursor;
    } while (counted.info.more);
    expect(all).toHaveLength(counted.totalCount);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { kind, count } of counted.facets) expect(all.filter((gap) => gap.kind === kind)).toHaveLength(count);
    for (const gap of all) {
      expect(gap.reason).toMatch(/。$/);
      expect(gap.reasonEn).not.toMatch(/null|undefined/);
      expect(gap.documents.length).toBeGreaterThan(0);
    }
  });

  test('keeps to the severities that were asked for, and of each kind has the heaviest first', async () => {
    const operation = `query ($severities: [GapSeverity!]) {
      gaps(severities: $severities, first: 500) { totalCount nodes { kind severity } }
    }`;
    type Severe = { gaps: { totalCount: number; nodes: readonly { kind: string; severity: string }[] } };
    const { gaps: all } = await ask<Severe>(connection, operation);
    const weights = ['HIGH', 'MEDIUM', 'LOW'];
    for (const kind of new Set(all.nodes.map((gap) => gap.kind))) {
      const places = all.nodes.filter((gap) => gap.kind === kind).map(({ severity }) => weights.indexOf(severity));
      expect(places).toEqual([...places].sort());
    }
    const { gaps: heavy } = await ask<Severe>(connection, operation, { severities: ['HIGH', 'LOW'] });
    expect(heavy.nodes).toEqual(all.nodes.filter(({ severity }) => severity !== 'MEDIUM'));
    expect([...new Set(heavy.nodes.map(({ severity }) => severity))].sort()).toEqual(['HIGH', 'LOW']);
  });

  test('says which departments each concerns, as the files link them', async () => {
    const owners = links('measure-departments');
    const leads = links('reform-sheet-leads');
    const measuresOf = links('measure-policy-item', 'in');
    const itemsOf = links('indicator-policy-item');
    const ownersOfItem = (item: string) => measuresOf(item).flatMap(owners);
    const byType: Readonly<Record<string, (id: string) => readonly string[]>> = {
      department: (id) => [id],
      measure: owners,
      'reform-sheet': leads,
      'policy-item': ownersOfItem,
      indicator: (id) => itemsOf(id).flatMap(ownersOfItem),
    };
    const answering = (id: string) => byType[id.split(':')[1] ?? '']?.(id) ?? [];
    const { gaps: list } = await ask<ConcernedPage>(connection, concerned);
    for (const { id, kind, subject, other, related, departments } of list.nodes) {
      const own = [subject, ...(other ? [other] : [])].flatMap((each) => answering(each.id));
      const expected = own.length > 0 || kind !== 'NAME_ONLY' ? own : related.flatMap((each) => leads(each.id));
      expect([id, ids(departments)]).toEqual([id, [...new Set(expected)].sort()]);
    }
    expect(list.nodes.filter(({ departments }) => departments.length > 0).length).toBeGreaterThan(100);
  });

  test('keeps to the departments that were asked for, and counts what is left', async () => {
    const { gaps: all } = await ask<ConcernedPage>(connection, concerned);
    const department = 'honjo:department:市民活動推進課';
    const { gaps: own } = await ask<ConcernedPage>(connection, concerned, { departments: [department] });
    const expected = all.nodes.filter((gap) => ids(gap.departments).includes(department));
    expect(own.nodes).toEqual(expected);
    expect(expected.length).toBeGreaterThan(10);
    for (const { severity, count } of own.severityFacets)
      expect([severity, count]).toEqual([severity, expected.filter((gap) => gap.severity === severity).length]);
    for (const facet of all.departmentFacets)
      expect([facet.department.id, facet.count]).toEqual([
        facet.department.id,
        all.nodes.filter((gap) => ids(gap.departments).includes(facet.department.id)).length,
      ]);
    expect(all.departmentFacets.length).toBeGreaterThan(20);
    const { gaps: none } = await ask<ConcernedPage>(connection, concerned, {
      departments: ['honjo:department:無い課'],
    });
    expect(none.nodes).toEqual([]);
  });

  test('refuses the cursor of another list in both languages', async () => {
    const { errors } = await answer(connection, '{ gaps(after: "x") { totalCount } }');
    expect(errors[0]?.originalError).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('after'),
      messageJa: expect.stringContaining('after'),
    });
  });
});

test('gaps of some types of things are those whose subject is of them', async () => {
  const of = async (given: string) =>
    (
      await ask<{ gaps: { nodes: { id: string; subject: { __typename: string } }[] } }>(
        connection,
        `{ gaps(municipality: "honjo", first: 500${given}) { nodes { id subject { __typename } } } }`,
      )
    ).gaps.nodes;
  const all = (await of('')).filter(({ subject: { __typename } }) => __typename === 'Indicator');
  expect(all.length).toBeGreaterThan(0);
  expect((await of(', types: [INDICATOR]')).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
});
