import type { Connection } from '../../../src/database/connection.js';
import { answer, ask } from '../analysis/ask.js';
import { patience, seededDatabase } from '../seeded.js';

let connection: Connection;

beforeAll(async () => {
  connection = await seededDatabase();
}, patience);

afterAll(() => connection?.close());

// biome-ignore lint/suspicious/noExplicitAny: the operations have many shapes
const asked = (operation: string, variables?: object) => ask<any>(connection, operation, { ...variables });

const item = 'honjo:policy-item:5-2';
const department = 'honjo:department:市民活動推進課';
const document = 'honjo:source-document:review-sheets-5';

const fields = `... on PolicyItem { name sdgs { totalCount nodes { id thingId } } field { id }
  measures(first: 2) { nodes { id departments { nodes { id } } } } sources { stage document { id } } }`;

describe('what is read at a stage', () => {
  test.each(['CURRENT', 'DRAFT', 'ADOPTED'])('has ids of that stage all the way down, at %s', async (stage) => {
    const { policyItem } = await asked(`{ policyItem(code: "5-2", stage: ${stage}) { id thingId ${fields} } }`);
    expect(policyItem).toMatchObject({ id: `${item}@${stage}`, thingId: item });
    const found = JSON.stringify(policyItem).match(/"(?:honjo|sdg):[^"]*"/g) ?? [];
    const plain = found.filter((id) => !id.endsWith(`@${stage}"`));
    expect(new Set(plain.filter((id) => !id.includes('source-document')))).toEqual(
      new Set([`"${item}"`, ...policyItem.sdgs.nodes.map(({ thingId }: { thingId: string }) => `"${thingId}"`)]),
    );
  });

  test('is what its id leads to, by node and by nodes, each at its own stage', async () => {
    const selected = `{ id ${fields} }`;
    const { current, draft, inForce } = await asked(
      `{ current: policyItem(code: "5-2", stage: CURRENT) ${selected} draft: policyItem(code: "5-2", stage: DRAFT) ${selected}
         inForce: policyItem(code: "5-2") ${selected} }`,
    );
    const ids = [current.id, item, draft.id, 'honjo:policy-item:5-2@2024', ' '];
    const { nodes, node } = await asked(
      `query ($ids: [ID!]!, $id: ID!) { nodes(ids: $ids) ${selected} node(id: $id) ${selected} }`,
      { ids, id: draft.id },
    );
    expect(nodes).toEqual([current, inForce, draft, null, null]);
    expect(node).toEqual(draft);
    expect(current.sdgs.totalCount).not.toBe(draft.sdgs.totalCount);
  });

  test('keeps the ids of documents, which are the same at every stage', async () => {
    const { nodes } = await asked(
      `{ nodes(ids: ["${document}", "${document}@DRAFT"]) { ... on SourceDocument { id title issues { id document { id } } } } }`,
    );
    expect(nodes[0].id).toBe(document);
    expect(nodes[0].issues.length).toBeGreaterThan(0);
    expect(nodes[1]).toEqual(nodes[0]);
  });
});

test('what a stage has not was not read there, or is not listed', async () => {
  const at = (id: string) => `node(id: "${id}") { ... on Entity { presence stages } }`;
  const found = await asked(`{
    listed: ${at('honjo:measure:5-6-3:current@CURRENT')}
    without: ${at('honjo:measure:5-6-3:current@ADOPTED')}
    unread: ${at('honjo:linkage-plan:1@CURRENT')}
  }`);
  expect(found).toEqual({
    listed: { presence: 'STATED', stages: ['CURRENT'] },
    without: { presence: 'NOT_LISTED', stages: ['CURRENT'] },
    unread: { presence: 'NOT_READ', stages: ['DRAFT', 'ADOPTED'] },
  });
});

describe('an id of a stage is taken wherever an id is', () => {
  test('in filters and in arguments that narrow', async () => {
    const operation = `query ($item: ID!, $department: ID!, $city: ID!) {
      measures(municipality: $city, filter: { policyItem: { id: { in: [$item] } }, departments: { some: { id: { eq: $department } } } }) { nodes { id } }
      policyItems(filter: { id: { notIn: [$item] } }) { totalCount }
      gaps(departments: [$department], municipality: $city) { totalCount }
      progress(municipality: $city) { indicators { years } } }`;
    const plain = { item, department, city: 'honjo:municipality:112119' };
    const staged = Object.fromEntries(Object.entries(plain).map(([name, id]) => [name, `${id}@ADOPTED`]));
    const expected = await asked(operation, plain);
    expect(expected.measures.nodes.length).toBeGreaterThan(0);
    expect(await asked(operation, staged)).toEqual(expected);
  });

  const questions = [
    'paths(from: $id, to: $other, stage: $stage) { outcome paths { nodes { id } hops { sources { stage } } } }',
    'neighborhood(ids: [$id, $other], stage: $stage) { notFound nodes { id thingId node { id } } edges { id from to } }',
    'likeness(id: $id, stage: $stage) { subject { id } matches { score node { id } } }',
    'dossier(id: $id, stage: $stage) { id thingId stage sections { key entries { id thingId text mentions { id thingId } } } }',
  ];
  const parameters = '$id: ID!, $other: ID!, $stage: PlanStage';
  const operation = `query (${parameters}) { ${questions.join(' ')} }`;

  test.each(['CURRENT', 'DRAFT', 'ADOPTED'])(
    'and where it says what is asked about, %s is looked at',
    async (stage) => {
      const expected = await asked(operation, { id: item, other: 'sdg:17', stage });
      expect(expected.likeness.subject.id).toBe(`${item}@${stage}`);
      expect(expected.dossier).toMatchObject({ id: `dossier:${item}@${stage}`, thingId: item, stage });
      expect(await asked(operation, { id: `${item}@${stage}`, other: 'sdg:17' })).toEqual(expected);
      expect(await asked(operation, { id: item, other: `sdg:17@${stage}`, stage })).toEqual(expected);
    },
  );

  test.each(questions)('two stages in one question are refused in words: %s', async (question) => {
    const asking = `query (${parameters}) { nodes(ids: [$other]) { id } ${question} }`;
    const { errors } = await answer(connection, asking, { id: `${item}@DRAFT`, other: 'sdg:17', stage: 'CURRENT' });
    const refused = {
      code: 'BAD_USER_INPUT',
      messageJa:
        '識別子とstageには同じ計画段階を指定してください（指定：CURRENT、DRAFT）。@のない識別子はどの段階にも使えます。',
    };
    expect(errors.map(({ extensions }) => extensions)).toEqual([refused]);
  });

  test.each(questions.slice(0, 2))('as are ids of two stages: %s', async (question) => {
    const given = { id: `${item}@CURRENT`, other: 'sdg:17@DRAFT' };
    const { errors } = await answer(connection, `query (${parameters}) { ${question} }`, given);
    expect(errors.map(({ message }) => message)).toEqual([
      'expected ids and stage to be of one stage, but got: CURRENT, DRAFT; an id without @ goes with any stage',
    ]);
  });
});

test('no two parts of a dossier have one id', async () => {
  const { dossier } = await asked(
    `{ dossier(id: "${department}") { id sections { entries { id mentions { id } } } } }`,
  );
  const ids: readonly string[] = JSON.stringify(dossier).match(/(?<="id":")[^"]*/g) ?? [];
  expect(ids.length).toBeGreaterThan(50);
  expect(new Set(ids).size).toBe(ids.length);
});
