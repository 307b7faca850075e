/** Whether what is not there is none, or was not looked for: by what the documents at hand list. */
import { asking } from '../asking.js';

const asked = asking();

const coverage = 'coverage { state missing { type field count ids } note noteEn }';

describe('a thing that is read', () => {
  test('has all that the stage lists, and what it does not list is not read', async () => {
    const { draft, adopted } = await asked(`{
      draft: policyItem(code: "5-1", stage: DRAFT) { sdgs { totalCount ${coverage} } measures { totalCount ${coverage} } }
      adopted: policyItem(code: "5-1", stage: ADOPTED) { sdgs { totalCount ${coverage} } measures { totalCount ${coverage} } }
    }`);
    expect(draft.sdgs.coverage).toMatchObject({ state: 'COMPLETE', missing: [] });
    expect(draft.measures.coverage).toMatchObject({ state: 'COMPLETE', missing: [] });
    expect(adopted.measures.coverage).toMatchObject({ state: 'COMPLETE', missing: [] });
    expect(adopted.sdgs).toMatchObject({
      totalCount: 0,
      coverage: {
        state: 'NOT_READ',
        missing: [{ type: 'PolicyItem', field: 'sdgs', count: 1, ids: ['honjo:policy-item:5-1'] }],
        note: expect.stringContaining('関連するSDGs'),
        noteEn: expect.stringContaining('SDGs of 1 policy item (5-1)'),
      },
    });
  });
});

describe('a policy item of a chapter that was not read', () => {
  test('is there at every stage, named or not, and nothing that it consists of is said to be none', async () => {
    const { policyItems, inForce } = await asked(`{
      policyItems(stage: ADOPTED) { totalCount facets(by: PRESENCE) { value count } ${coverage} }
      inForce: policyItem(code: "1-3") { presence measures { totalCount ${coverage} } sdgs { ${coverage} } }
    }`);
    expect(policyItems).toMatchObject({
      totalCount: 38,
      facets: [
        { value: 'NAME_ONLY', count: 22 },
        { value: 'STATED', count: 11 },
        { value: 'NOT_READ', count: 5 },
      ],
      coverage: { state: 'PARTIAL', missing: [{ type: 'PolicyField', field: 'policyItems', count: 4 }] },
    });
    expect(inForce).toMatchObject({
      presence: 'NAME_ONLY',
      measures: { totalCount: 0, coverage: { state: 'NOT_READ' } },
      sdgs: { coverage: { state: 'NOT_READ' } },
    });
  });
});

test('an SDG that no policy item touches is told from one of which not all was read', async () => {
  const { sdg, department, linkagePlan } = await asked(`{
    sdg(number: 1) { policyItems { totalCount ${coverage} } measures { ${coverage} } }
    department(name: "下水道課") { measures { totalCount ${coverage} } }
    linkagePlan(number: 1) { policyItems { totalCount ${coverage} } }
  }`);
  expect(sdg.policyItems).toMatchObject({
    totalCount: 0,
    coverage: { state: 'PARTIAL', missing: [{ type: 'PolicyItem', field: 'sdgs', count: 27 }] },
  });
  expect(department.measures.coverage.state).toBe('PARTIAL');
  expect(linkagePlan.policyItems.coverage).toMatchObject({ state: 'COMPLETE' });
});

test('that the grades of reform sheets were read says nothing of evaluations of measures, items and projects', async () => {
  const { coverage: told } = await asked(`{ coverage { fields { type field listed coverage { state } } } }`);
  const states = (told.fields as readonly { type: string; field: string; coverage: { state: string } }[]).flatMap(
    (each) => (each.field === 'evaluations' ? [[each.type, each.coverage.state]] : []),
  );
  const { measure } = await asked(
    `{ measure(code: "5-1-1") { coverage(fields: ["evaluations"]) { coverage { state } } } }`,
  );
  expect(measure.coverage).toEqual([{ coverage: { state: 'NOT_READ' } }]);
  expect(states).toContainEqual(['ReformSheet', 'COMPLETE']);
});

test('that the indicators of items were read says nothing of those of measures and projects', async () => {
  const { measure, project, indicator } = await asked(`{
    measure(code: "5-1-1") { indicators { totalCount ${coverage} } }
    project: node(id: "honjo:project:5-1-1") { ... on Project { indicators { totalCount ${coverage} } } }
    indicator: node(id: "honjo:indicator:5-1:自治会の加入率") {
      ... on Indicator {
        measure { code } project { name }
        coverage(fields: ["policyItem", "measure", "project", "linkagePlan"]) { field coverage { state } }
      }
    }
  }`);
  expect(measure.indicators).toMatchObject({ totalCount: 0, coverage: { state: 'NOT_READ' } });
  expect(project.indicators).toMatchObject({ totalCount: 0, coverage: { state: 'NOT_READ' } });
  // What measures an item measures nothing else.
  expect(indicator).toMatchObject({ measure: null, project: null });
  expect(indicator.coverage.map(({ coverage: each }: { coverage: { state: string } }) => each.state)).toEqual(
    Array(4).fill('COMPLETE'),
  );
});

test('a list says what its conditions and its division go by', async () => {
  const { touched, divided } = await asked(`{
    touched: policyItems(filter: { sdgs: { some: { number: { eq: 1 } } } }) { totalCount ${coverage} }
    divided: reformSheets { coverage(by: SUPPORTING_SCOPE) { state } }
  }`);
  expect(touched).toMatchObject({
    totalCount: 0,
    coverage: { state: 'PARTIAL', missing: [{ type: 'PolicyItem', field: 'sdgs', count: 27 }] },
  });
  expect(divided.coverage.state).toBe('COMPLETE');
});

test('a thing says it of each of its fields', async () => {
  const { node } = await asked(`{
    node(id: "honjo:policy-item:5-1@ADOPTED") {
      ... on Entity { coverage(fields: ["sdgs", "measures"]) { field coverage { state } } }
    }
  }`);
  expect(node.coverage).toEqual([
    { field: 'measures', coverage: { state: 'COMPLETE' } },
    { field: 'sdgs', coverage: { state: 'NOT_READ' } },
  ]);
});

test('of things that are known a filter by what was read of them finds some, not nothing that was read', async () => {
  const ofChapter = 'policyItem: { code: { startsWith: "5-" } }';
  const { all, some, unanswerable } = await asked(`{
    all: indicators(stage: ADOPTED) { totalCount ${coverage} }
    some: indicators(stage: ADOPTED, filter: { ${ofChapter} }) { totalCount ${coverage} }
    unanswerable: policyItems(stage: ADOPTED, filter: { sdgs: { some: { number: { eq: 4 } } } }) { totalCount ${coverage} }
  }`);
  expect(some.totalCount).toBeGreaterThan(0);
  expect([all.coverage.state, some.coverage.state]).toEqual(['PARTIAL', 'PARTIAL']);
  expect(unanswerable).toMatchObject({ totalCount: 0, coverage: { state: 'NOT_READ' } });
});

test('a name, code or id in a filter that nothing has is told, with what is near to it', async () => {
  const told = `totalCount coverage { state note noteEn unknownValues { path value suggestions } }`;
  const { sheets, measures, known, below, crossed } = await asked(
    `query ($name: String) {
      sheets: reformSheets(filter: { leadDepartments: { some: { name: { eq: $name } } } }) { ${told} }
      measures(stage: DRAFT, filter: { policyItem: { code: { in: ["5-1", "5-9"] } } }) { ${told} }
      known: measures(filter: { departments: { some: { name: { eq: "市民活動推進課" } } } }) { ${told} }
      below: measure(code: "5-1-1") { departments(filter: { id: { eq: "honjo:department:市民活動推進科" } }) { ${told} } }
      crossed: crossTab(rows: DEPARTMENT, columns: SDG, count: MEASURES, filter: { measures: { sdgs: { some: { number: { eq: 18 } } } } }) {
        grandTotal coverage { unknownValues { path value suggestions } }
      }
    }`,
    { name: '市民活動推進科' },
  );
  const division = { value: '市民活動推進科', suggestions: ['市民活動推進課'] };
  expect(sheets).toEqual({
    totalCount: 0,
    coverage: {
      // All sheets were read: the name is why there is none.
      state: 'COMPLETE',
      note: expect.stringMatching(
        /^条件の値に当たるものがありません：「市民活動推進科」（実行課 \/ 名称、近いもの：市民活動推進課）。/,
      ),
      noteEn: expect.stringMatching(
        /^Nothing has this value of the conditions: "市民活動推進科" \(lead departments \/ name; near/,
      ),
      unknownValues: [{ path: 'leadDepartments.some.name', ...division }],
    },
  });
  expect(measures.totalCount).toBe(4);
  expect(measures.coverage.unknownValues).toMatchObject([{ path: 'policyItem.code', value: '5-9' }]);
  expect([known.totalCount > 0, known.coverage.unknownValues]).toEqual([true, []]);
  expect(below.departments.coverage.unknownValues).toEqual([
    {
      path: 'id',
      value: 'honjo:department:市民活動推進科',
      suggestions: ['honjo:department:市民活動推進課'],
    },
  ]);
  expect(crossed).toEqual({
    grandTotal: 0,
    coverage: { unknownValues: [{ path: 'sdgs.some.number', value: '18', suggestions: [] }] },
  });
});
