/** What one client can ask for to keep the service as busy as it may: dear requests that no memory answers. */
import { getIntrospectionQuery } from 'graphql';
import { randomFrom, Shapes } from './shapes.js';

/** A request of an attack; without a body it is a GET. */
export interface Attack {
  readonly path: string;
  readonly body?: string;
}

const aliased = (count: number, field: string) =>
  `{ ${Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ')} }`;

const post = (query: string, variables: object = {}): Attack => ({
  path: '/graphql',
  body: JSON.stringify({ query, variables }),
});

const downloads = [
  '/export/graph.ttl',
  '/export/graph.jsonld',
  '/export/graph.graphml',
  '/export/gaps.xlsx?example=gaps',
  '/export/gaps.csv?example=gaps',
];

const sheets = 'reformSheets(first: 40) { nodes { id number name sources { firstLine document { title } } } }';
const dossier = (number: number) =>
  `dossier(id: "honjo:reform-sheet:1-${number}") { title sections { title entries { label text } } }`;
const shapes = new Shapes(randomFrom(1 + Math.floor(Math.random() * 1_000_000)));

/** By name, the request of each turn. */
export const attacks: Readonly<Record<string, (turn: number) => Attack>> = {
  downloads: (turn) => ({ path: downloads[turn % downloads.length] ?? '/' }),
  'twelve lists of sheets': () => post(aliased(12, sheets)),
  'twenty dossiers': (turn) => post(aliased(20, dossier(1 + (turn % 24)))),
  '200 new names': (turn) => {
    const names = Array.from({ length: 200 }, (_, index) => `市民活動推進${turn}の${index}`);
    return post('query ($names: [String!]!) { resolveNames(names: $names) { name matches { score } } }', { names });
  },
  'new shapes of filters': () => post(shapes.next('random filters').ours),
  introspection: () => post(getIntrospectionQuery()),
};
