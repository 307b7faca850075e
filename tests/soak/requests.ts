import type { Sent } from '../http/service.js';

/** A request of the mix, and the statuses that are right for it. */
export interface Request {
  readonly sent: Sent;
  readonly right: readonly number[];
  /** The client hangs up after so many milliseconds. */
  readonly hangUpAfter?: number;
}

const json = { 'content-type': 'application/json' };

const post = (query: string, variables: object = {}, headers: Readonly<Record<string, string>> = {}): Sent => ({
  headers: { ...json, ...headers },
  body: JSON.stringify({ query, variables }),
});

const hot = [
  '{ policyFields { nodes { number name policyItems { nodes { code name measures { totalCount } } } } } }',
  '{ measures(first: 50, filter: { sdgs: { some: { number: { eq: 17 } } } }) { totalCount nodes { code name } } }',
  '{ departments(first: 100) { nodes { name measures { nodes { code sdgs { nodes { number } } } } } } }',
  '{ reformSheets(first: 20, orderBy: { number: DESC }) { nodes { number name evaluations { fiscalYear grade } } } }',
  '{ dataset { revision counts { type count } } }',
];

const refused: readonly Sent[] = [
  post('{ measures {'),
  post('{ nothing }'),
  post(`{ ${'measures { nodes { policyItem { '.repeat(9)}id${' } } }'.repeat(9)} }`),
  post('{ measures(first: 501) { totalCount } }'),
  { headers: json, body: 'x'.repeat(200_000) },
];

/** Operations that nobody has sent before: every one is a document, a plan and an answer more to remember. */
const distinct = (number: number): Sent =>
  post(
    [
      `query Q${number} { measures(first: 20) { totalCount nodes { m${number}: name code departments { nodes { name } } } } }`,
      `query Q${number} { policyItems(first: 10) { nodes { p${number}: name code sdgs { nodes { number name } } } } }`,
      `query Q${number} { indicators(first: 30) { nodes { i${number}: name policyItem { code } } } }`,
      `query Q${number} { departments(first: 20) { nodes { d${number}: name nameEn measures(first: 5) { nodes { code } } } } }`,
    ][number % 4] as string,
  );

const byName = `query ($name: String!, $first: Int!) {
  measures(first: $first, filter: { name: { contains: $name } }) { totalCount nodes { code name policyItem { name } } }
}`;

/** The requests of a soak, one after another: at first half of them are distinct operations, until there were enough. */
export function* requests(distinctOperations: number): Generator<Request, never> {
  let made = 0;
  const next = (): Sent => distinct(made++);
  for (let round = 0; ; round++) {
    for (let place = 0; place < 20; place++) {
      if (place < 10 && made < distinctOperations) yield { sent: next(), right: [200] };
      else if (place < 15) yield { sent: post(hot[(round + place) % hot.length] as string), right: [200] };
      else if (place === 15)
        yield { sent: post(byName, { name: String(round % 1_000), first: 1 + (round % 100) }), right: [200] };
      else if (place === 16) yield { sent: post(hot[round % 3] as string, {}, { 'x-no-cache': '1' }), right: [200] };
      else if (place === 17) yield { sent: refused[round % refused.length] as Sent, right: [400, 413] };
      else if (place === 18) yield { sent: post(hot[0] as string, {}, { 'accept-encoding': 'br' }), right: [200] };
      else yield { sent: post(hot[2] as string, {}, { 'x-no-cache': '1' }), right: [200], hangUpAfter: round % 10 };
    }
  }
}

const many = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

const sources = 'sources { stage firstLine lastLine document { id title } }';
const named = '__typename id name nameEn summary';
const everything = `id name nameEn aliases summary summaryEn stages effective ${sources}`;

const subjects = ['市民活動', '図書館', '地域福祉', '農業', '観光', '防災', '子育て支援', '道路', '公園', '文化財'];

const filtered = 'query ($filter: MeasureFilter) { measures(filter: $filter) { totalCount } }';

/** Round and round: the departments of the city of the departments of the city of so many. */
const departmentsOfDepartments = (first: number, inner: string) => {
  const below = (fields: string) => `municipality { departments { nodes { ${fields} } } }`;
  return `{ departments(first: ${first}) { nodes { ${below(below(inner))} } } }`;
};

/**
 * The largest requests that are let in, and the largest that are read before they are refused: of each kind the one that
 * takes the service longest. Never the same twice, so that nothing of it is known beforehand.
 */
export const largest: Readonly<Record<string, (number: number) => Sent>> = {
  'a large answer': (number) =>
    post(`query L${number} { measures(first: 500) { nodes { l${number}: id ${everything}
      policyItem { ${everything} } departments { nodes { ${everything} } } sdgs { nodes { number name color } } reformSheets { nodes { number name } } } } }`),
  'a deep answer': (number) =>
    post(`query D${number} { policyFields(first: 20) { nodes { policyItems(first: 10) { nodes { d${number}: name measures(first: 10) { nodes {
      name departments(first: 5) { nodes { name measures(first: 5) { nodes { code name } } } } } } } } } } }`),
  'an answer as large as there may be': (number) => post(departmentsOfDepartments(38, `x${number}: id name`)),
  // Aliases, as what rows share is read once.
  'as much in one row': (number) =>
    post(
      `query R${number} { departments(first: 1) { nodes { r${number}: id municipality { ${many(29, (index) => `a${index}: departments { nodes { id measures { nodes { id name summary summaryEn } } policyItems { nodes { id name summary summaryEn } } } }`)} } } } }`,
    ),
  'what many rows share': (number) =>
    post(
      departmentsOfDepartments(
        1,
        `x${number}: id ${many(5, (index) => `${['measures', 'policyItems', 'ledSheets', 'supportedSheets', 'sdgs'][index]} { nodes { id name } }`)}`,
      ),
    ),
  'as many aliases as are allowed': (number) =>
    post(
      `{ measures(first: 500) { nodes { f${number}: id ${many(29, (index) => `a${index}: sources { stage firstLine }`)} } } }`,
    ),
  'fragments of fragments': (number) =>
    post(
      `query F${number} { ...F0 } ${many(70, (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} __typename }`)} fragment F70 on Query { __typename }`,
    ),
  'fields that have to be compared': (number) =>
    post(
      `{ measures(first: 1) { nodes { ...A ...B } } } fragment A on Measure { f${number}: id ${many(14, () => 'departments { nodes { id } }')} } fragment B on Measure { ${many(14, () => 'departments { nodes { id } }')} }`,
    ),
  'a list of literals': (number) =>
    post(`{ measures(filter: { code: { in: [${many(950, (index) => `"${number}-${index}"`)}] } }) { totalCount } }`),
  'a body of variables': (number) =>
    post('query ($codes: [String!]) { measures(filter: { code: { in: $codes } }) { totalCount } }', {
      codes: Array.from({ length: 9_000 }, (_, index) => `${number % 10}-${index}`.padStart(7, '0')),
    }),
  'a body of variables under many names': (number) =>
    post(
      `query ($codes: [String!]) { ${many(29, (index) => `a${index}: measures(filter: { code: { in: $codes } }) { totalCount }`)} }`,
      { codes: Array.from({ length: 1_600 }, (_, index) => `${number % 10}-${index}`) },
    ),
  'a long text under many names': (number) =>
    post(
      `query ($text: String) { ${many(29, (index) => `a${index}: measures(filter: { name: { contains: $text } }) { totalCount }`)} }`,
      { text: `${number}${'ｶﾞ'.repeat(15_000)}` },
    ),
  'filters within filters': (number) =>
    post(filtered, {
      filter: {
        or: Array.from({ length: 40 }, (_, index) => ({
          and: [
            { name: { contains: `${number}.${index}` } },
            { not: { departments: { some: { name: { eq: 'x' } } } } },
          ],
        })),
      },
    }),
  'more conditions than are let in': (number) =>
    post(filtered, { filter: { and: Array.from({ length: 4_000 }, () => ({ name: { ne: `${number % 10}` } })) } }),
  'a long text': (number) => post(`{ measures(first: 1) { totalCount } } #${number}${'x'.repeat(95_000)}`),
  'a list in a list': (number) => post(`{ n${number}: nodes(ids: ${'['.repeat(40_000)}${']'.repeat(40_000)}) { id } }`),
  'many ids': (number) =>
    post('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: Array.from({ length: 500 }, (_, index) => `city1:measure:${number}-${index}`),
    }),
  'many ids under many names': (number) =>
    post(
      `query ($ids: [ID!]!, $codes: [String!]) { ${many(20, (index) => `a${index}: nodes(ids: $ids) { ... on Department { measures(filter: { code: { in: $codes } }) { totalCount } } }`)} }`,
      {
        ids: Array.from({ length: 500 }, (_, index) => `city1:department:${number}-${index}`),
        codes: Array.from({ length: 1_000 }, (_, index) => String(index)),
      },
    ),
  'who works with whom': (number) =>
    post(`{ collaborations(first: 500) { n${number}: totalCount modularity departments { betweenness department { name nameEn } } groups { size }
      collaborations { weight department { name } partner { name } sources { firstLine } shared { role partnerRole node { id } } } } }`),
  'what is missing': (number) =>
    post(`{ gaps(first: 500) { n${number}: totalCount nodes { id reason reasonEn subject { ${named} } other { ${named} } related { ${named} }
      departments { name } documents { title } ${sources} } departmentFacets { count department { name } } } }`),
  'what has changed': (number) =>
    post(`{ changes(first: 500) { n${number}: totalCount nodes { __typename id ${sources} } } }`),
  'what goes on around': (number) =>
    post(
      `query ($ids: [ID!]!) { neighborhood(ids: $ids, depth: 3, limit: 1000) { n${number}: truncated
        nodes { id label degree } edges { id from to sentence stages ${sources} } } }`,
      {
        // Of each city of `cities.ts`.
        ids: Array.from({ length: 50 }, (_, index) => `city${1 + (index % 8)}:reform-sheet:1-${1 + (index >> 3)}`),
      },
    ),
  'a word that is everywhere': (number) =>
    post(
      `query ($query: String!) { search(query: $query, first: 500) { n${number}: totalCount facets { count } edges { node { ${named} ${sources} } } } }`,
      { query: 'の' },
    ),
  'a column of names': (number) =>
    post(
      `query ($names: [String!]!) { resolveNames(names: $names, limit: 20) { n${number}: name matches { score reason node { id name } } } }`,
      { names: Array.from({ length: 500 }, (_, index) => `${subjects[index % subjects.length]}の推進${index}`) },
    ),
  progress: (number) =>
    post(
      `{ progress { indicators(years: 20) { n${number}: __typename indicator { id name ${sources} } } goals { __typename } grades { grandTotal } } }`,
    ),
  'a table for a spreadsheet': (number) => ({
    ...post(
      `{ measures(first: 500) { nodes { s${number}: id ${everything} policyItem { ${everything} } departments { nodes { name } } } } }`,
    ),
    path: '/export/measures.xlsx',
  }),
  introspection: (number) =>
    post(
      `query I${number} { __schema { types { kind name description fields(includeDeprecated: true) { name description args { name description type { ...T } } type { ...T } } inputFields { name description type { ...T } } enumValues { name description } possibleTypes { name } } } } fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }`,
    ),
};
