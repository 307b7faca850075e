import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import jsonld from 'jsonld';
import { Parser, type Quad } from 'n3';
import { derivedEdgeTypes } from '../../../src/model/edges.js';
import { patience } from '../seeded.js';
import { hangUpAfter, type SeededService, seededService } from './service.js';
import { readXml, type XmlElement } from './xml.js';

let service: SeededService;

jest.setTimeout(patience);

beforeAll(async () => {
  service = await seededService();
});
afterAll(() => service?.stop());

const download = async (path: string) => {
  const answer = await fetch(service.url + path);
  expect(answer.status).toBe(200);
  return answer.text();
};
const count = async (cypher: string) => {
  const [row] = await service.connection.read<{ count: number }>(cypher);
  return row?.count ?? 0;
};

/** Links that follow from others are no part of an export. */
const stated = `NOT type(r) IN ${JSON.stringify(Object.keys(derivedEdgeTypes))}`;

/** The first ids of the graph. */
const someIds = async (howMany: number) => {
  const rows = await service.connection.read<{ id: string }>(
    `MATCH (n:Node) RETURN n.id AS id ORDER BY id LIMIT ${howMany}`,
  );
  return rows.map(({ id }) => id);
};

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const ofPredicate = (quads: readonly Quad[], iri: string) => quads.filter(({ predicate }) => predicate.value === iri);
const ofClass = (quads: readonly Quad[], iri: string) =>
  ofPredicate(quads, `${rdf}type`).filter(({ object }) => object.value === iri);

/** Statements without blank nodes, as lines that can be compared. */
const named = (quads: readonly Quad[]) =>
  quads
    .filter(({ subject, object }) => subject.termType === 'NamedNode' && object.termType !== 'BlankNode')
    .map(({ subject, predicate, object }) => {
      const kind = object.termType === 'Literal' ? `${object.language || ''}^${object.datatype.value}` : '';
      return `${subject.value} ${predicate.value} ${object.value} ${kind}`;
    })
    .sort();

test('Turtle holds every node and every edge of the graph', async () => {
  const quads = new Parser().parse(await download('/export/graph.ttl'));
  expect(ofPredicate(quads, 'http://purl.org/dc/terms/identifier').length).toBe(
    (await count('MATCH (n:Node) RETURN count(n) AS count')) + 1,
  );
  expect(ofClass(quads, `${rdf}Statement`).length).toBe(
    await count(`MATCH (:Node)-[r]->(:Node) WHERE ${stated} RETURN count(r) AS count`),
  );
  expect(ofPredicate(quads, 'http://www.w3.org/ns/org#unitOf').length).toBe(
    await count('MATCH (:Department)-[r:DIVISION_OF]->() WHERE r.effective RETURN count(r) AS count'),
  );
  expect(ofClass(quads, 'http://www.w3.org/2004/02/skos/core#ConceptScheme').length).toBe(3);
  expect(ofClass(quads, 'http://purl.org/linked-data/cube#Observation').length).toBe(
    await count(
      'MATCH (n:Indicator) RETURN sum(CASE WHEN n.baselineValue IS NULL THEN 0 ELSE 1 END + CASE WHEN n.targetValue IS NULL THEN 0 ELSE 1 END) AS count',
    ),
  );
});

test('goals and the city have the addresses that others gave them', async () => {
  const quads = new Parser().parse(await download('/export/graph.ttl'));
  const goals = ofClass(quads, 'http://metadata.un.org/sdg/ontology#Goal').map(({ subject }) => subject.value);
  expect(goals.sort()).toEqual(
    Array.from({ length: 17 }, (_, index) => `http://metadata.un.org/sdg/${index + 1}`).sort(),
  );
  const touched = ofPredicate(quads, 'http://schema.org/about');
  expect(touched.length).toBe(await count('MATCH ()-[r:TOUCHES]->() WHERE r.effective RETURN count(r) AS count'));
  expect(touched.every(({ object }) => object.value.startsWith('http://metadata.un.org/sdg/'))).toBe(true);
  expect(ofPredicate(quads, 'http://schema.org/areaServed').map(({ object }) => object.value)).toEqual([
    'http://data.e-stat.go.jp/lod/sac/C11211',
  ]);
});

test(
  'JSON-LD says the same as Turtle',
  async () => {
    const document = JSON.parse(await download('/export/graph.jsonld'));
    const quads = (await jsonld.toRDF(document)) as unknown as Quad[];
    const turtle = new Parser().parse(await download('/export/graph.ttl'));
    expect(quads.length).toBe(turtle.length);
    expect(named(quads)).toEqual(named(turtle));
  },
  patience,
);

test('a download is the same each time', async () => {
  expect(await download('/export/graph.ttl')).toBe(await download('/export/graph.ttl'));
});

const within = (parent: XmlElement | undefined, name: string) =>
  parent?.children.filter((child) => child.name === name) ?? [];

test('GraphML holds every node and edge, of declared attributes, between nodes that are there', async () => {
  const root = readXml(await download('/export/graph.graphml'));
  expect(root.attributes.xmlns).toBe('http://graphml.graphdrawing.org/xmlns');
  const [graph] = within(root, 'graph');
  const [nodes, edges] = [within(graph, 'node'), within(graph, 'edge')];
  expect(nodes.length).toBe(await count('MATCH (n:Node) RETURN count(n) AS count'));
  expect(edges.length).toBe(await count(`MATCH (:Node)-[r]->(:Node) WHERE ${stated} RETURN count(r) AS count`));
  const ids = new Set(nodes.map(({ attributes }) => attributes.id));
  expect(ids.size).toBe(nodes.length);
  expect(edges.every(({ attributes }) => ids.has(attributes.source) && ids.has(attributes.target))).toBe(true);
  const keys = within(root, 'key');
  expect(new Set(keys.map(({ attributes }) => attributes.id)).size).toBe(keys.length);
  for (const [domain, elements] of [
    ['node', nodes],
    ['edge', edges],
  ] as const) {
    const declared = new Set(
      keys.filter(({ attributes }) => attributes.for === domain).map(({ attributes }) => attributes.id),
    );
    for (const element of elements)
      for (const data of within(element, 'data')) expect(declared).toContain(data.attributes.key);
  }
});

test('GraphML labels nodes and edges in both languages', async () => {
  const root = readXml(await download('/export/graph.graphml?ids=honjo:measure:5-2-3&depth=1'));
  const [graph] = within(root, 'graph');
  const labelsOf = (element: XmlElement) =>
    Object.fromEntries(
      within(element, 'data')
        .filter(({ attributes }) => /\.label(?:En)?$/.test(attributes.key ?? ''))
        .map(({ attributes, text }) => [attributes.key?.slice(2), text]),
    );
  const measure = within(graph, 'node').find(({ attributes }) => attributes.id === 'honjo:measure:5-2-3');
  if (!measure) throw new Error('expected the measure');
  expect(labelsOf(measure)).toEqual({
    label: '5-2-3 男女共同参画の推進',
    labelEn: expect.stringMatching(/^5-2-3 [A-Z]/),
  });
  expect(within(graph, 'edge').map(labelsOf)).toContainEqual({ label: '評価回答部署', labelEn: 'owned by' });
  for (const element of [...within(graph, 'node'), ...within(graph, 'edge')])
    expect(Object.keys(labelsOf(element))).toEqual(['label', 'labelEn']);
});

test('the vocabulary describes every class and property that the graph uses, in both languages, with a query', async () => {
  const described = new Parser().parse(await download('/export/vocabulary.ttl'));
  const of = (iri: string) => described.filter(({ subject }) => subject.value === iri);
  const used = new Parser().parse(await download('/export/graph.ttl'));
  const terms = new Set([
    ...used.map(({ predicate }) => predicate.value),
    ...ofPredicate(used, `${rdf}type`).map(({ object }) => object.value),
  ]);
  expect(terms.size).toBeGreaterThan(60);
  for (const term of terms) {
    const statements = of(term);
    const languages = ofPredicate(statements, 'http://www.w3.org/2000/01/rdf-schema#comment').map(({ object }) =>
      object.termType === 'Literal' ? object.language : '',
    );
    expect([term, new Set(languages)]).toEqual([term, new Set(['ja', 'en'])]);
    const [example] = ofPredicate(statements, 'http://www.w3.org/2004/02/skos/core#example');
    expect([term, example?.object.value]).toEqual([term, expect.stringMatching(/^PREFIX [\s\S]*SELECT \* WHERE/)]);
  }
});

test('the graph of all municipalities has each of them and what they share once', async () => {
  const all = await fetch(`${service.url}/export/graph.ttl?municipality=all`);
  expect(all.headers.get('content-disposition')).toContain('filename="all.ttl"');
  // One is loaded here: all is what it has.
  expect(await all.text()).toBe(await download('/export/graph.ttl'));
});

test('a neighbourhood is the nodes around some, and the edges between them', async () => {
  const quads = new Parser().parse(await download('/export/graph.ttl?ids=honjo:measure:5-1-1&depth=1'));
  const nodes =
    "MATCH (n {id: 'honjo:measure:5-1-1'})--(m:Node) WITH n, collect(DISTINCT m) AS others WITH others + [n] AS around";
  expect(ofPredicate(quads, 'http://purl.org/dc/terms/identifier').length).toBe(
    (await count(`${nodes} RETURN size(around) AS count`)) + 1,
  );
  expect(ofClass(quads, `${rdf}Statement`).length).toBe(
    await count(
      `${nodes} UNWIND around AS a MATCH (a)-[r]->(b) WHERE b IN around AND ${stated} RETURN count(r) AS count`,
    ),
  );
});

const post = (path: string, body: unknown, contentType = 'application/json') =>
  fetch(service.url + path, { method: 'POST', headers: { 'content-type': contentType }, body: JSON.stringify(body) });

test('many ids go into a body: those of a table with depth 0 are its things and the edges between them', async () => {
  const ids = await someIds(500);
  const answer = await post('/export/graph.ttl', { ids, depth: 0 });
  expect(answer.status).toBe(200);
  const quads = new Parser().parse(await answer.text());
  const named = ofPredicate(quads, 'http://purl.org/dc/terms/identifier').map(({ object }) => object.value);
  expect(named).toEqual(expect.arrayContaining(ids));
  expect((await post('/export/graph.jsonld?depth=0', { ids: ids.slice(0, 2) })).status).toBe(200);
});

test('a body without a list of so many ids is refused, and so is one that a form of another site can send', async () => {
  const codeOf = async (body: unknown, contentType?: string) => {
    const { errors } = (await (await post('/export/graph.ttl', body, contentType)).json()) as {
      errors: { extensions: { code: string } }[];
    };
    return errors[0]?.extensions.code;
  };
  expect(await codeOf({ ids: await someIds(501) })).toBe('BAD_USER_INPUT');
  for (const body of [{ ids: [] }, { ids: [1] }, { ids: {} }, { depth: 'deep' }, { municipality: 1 }])
    expect(await codeOf(body)).toBe('BAD_USER_INPUT');
  expect(await codeOf(['sdg:17'])).toBe('BAD_REQUEST');
  expect(await codeOf({ ids: ['sdg:17'] }, 'text/plain')).toBe('UNSUPPORTED_MEDIA_TYPE');
});

test.each(['honjo', 'honjo:municipality:112119', '112119', '本庄市', '１１２１１９'])(
  'the city of a whole graph can be named %s',
  async (municipality) => {
    const answer = await fetch(`${service.url}/export/graph.ttl?${new URLSearchParams({ municipality })}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain('honjo.ttl');
    await answer.body?.cancel();
  },
);

test.each([
  ['ids=honjo:measure:0-0-0', 404, 'NOT_FOUND'],
  ['ids=honjo:measure:5-1-1&depth=4', 400, 'BAD_USER_INPUT'],
  ['municipality=nowhere', 400, 'BAD_USER_INPUT'],
])('%s is refused', async (parameters, status, code) => {
  const answer = await fetch(`${service.url}/export/graph.graphml?${parameters}`);
  expect(answer.status).toBe(status);
  expect(((await answer.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code).toBe(
    code,
  );
});

test('a client that hangs up in the middle ends its download, and the service goes on', async () => {
  expect(await hangUpAfter(`${service.url}/export/graph.ttl`, 1)).toBeGreaterThan(0);
  expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
});
