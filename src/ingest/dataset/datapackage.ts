import type { EdgeDeclaration, NodeDeclaration } from '../../model/declaration.js';
import { edges, findNode, nodes } from '../../model/model.js';
import { type Column, columnsOf, fileOf, textFolder } from './table.js';

/** The file that describes a dataset and lists its other files. */
export const packageFile = 'datapackage.json';

/** Frictionless types of the model's scalars (Data Package v2, Table Schema). */
const types = {
  ID: 'string',
  String: 'string',
  Int: 'integer',
  Float: 'number',
  Boolean: 'boolean',
  Date: 'date',
} as const;

const field = ({ header, type, list, nullable, description }: Column) => ({
  name: header,
  ...(list
    ? { type: 'list', delimiter: '|', itemType: typeof type === 'string' ? types[type] : 'string' }
    : { type: typeof type === 'string' ? types[type] : 'string' }),
  description,
  constraints: {
    ...(nullable || list ? {} : { required: true }),
    ...(typeof type === 'string' || list ? {} : { enum: Object.keys(type.values) }),
  },
});

const required = { required: true };
const text = (name: string, description: string, constraints?: object) => ({
  name,
  type: 'string',
  description,
  ...(constraints ? { constraints } : {}),
});
const listOfTexts = (name: string, description: string) => ({
  name,
  type: 'list',
  delimiter: '|',
  itemType: 'string',
  description,
});
const effective = 'True when the latest stage that speaks of it keeps it.';

const provenanceFields = [
  listOfTexts('stages', 'Stages that assert the fact: CURRENT, DRAFT, ADOPTED.'),
  { ...text('effective', effective, required), type: 'boolean' },
  listOfTexts('sources', 'Lines it was read from: STAGE@document:first-last.'),
];

const resource = (name: string, path: string, title: string, format: string, mediatype: string) => ({
  name,
  path,
  title,
  format,
  mediatype,
  encoding: 'utf-8',
});

const tableResource = ({ table, description }: NodeDeclaration | EdgeDeclaration, schema: object) => ({
  ...resource(table, `${table}.csv`, description.en, 'csv', 'text/csv'),
  schema: { ...schema, missingValues: [''] },
});

function nodeResource(node: NodeDeclaration) {
  const id = text('id', `Identity, such as ${node.example}.`, { required: true, unique: true });
  return tableResource(node, { fields: [id, ...columnsOf(node).map(field), ...provenanceFields], primaryKey: ['id'] });
}

function edgeResource(edge: EdgeDeclaration) {
  const ends = ['from', 'to'] as const;
  const printedAs = text('printed_as', 'How the document names the target, where that differs.');
  return tableResource(edge, {
    fields: [...ends.map((end) => text(end, `Id of a ${edge[end]}.`, required)), printedAs, ...provenanceFields],
    primaryKey: ends,
    foreignKeys: ends.flatMap((end) => {
      const target = findNode(edge[end]);
      return target ? [{ fields: [end], reference: { resource: target.table, fields: ['id'] } }] : [];
    }),
  });
}

/** The `datapackage.json` of the given files: a Frictionless Data Package with a Table Schema per table. */
export function describeDataset(files: readonly string[]): object {
  const present = (table: NodeDeclaration | EdgeDeclaration) => files.includes(fileOf(table));
  const texts = files.filter((path) => path.startsWith(`${textFolder}/`));
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'policy-graph-dataset',
    title: 'What a city’s plans, review sheets and reform sheets say, as tables',
    resources: [
      ...nodes.filter(present).map(nodeResource),
      ...edges.filter(present).map(edgeResource),
      ...texts.map((path) => {
        const name = path.replace('/', '-').replace(/\.txt$/, '');
        return resource(name, path, 'The lines of a document', 'txt', 'text/plain');
      }),
    ],
  };
}

/** The files that a package lists. Throws a SyntaxError where it is no JSON. */
export function filesOfPackage(description: string): readonly string[] {
  // An editor may have put a byte order mark before it.
  const { resources = [] } = JSON.parse(description.replace(/^\ufeff/, '')) as {
    readonly resources?: readonly { readonly path: string }[];
  };
  return resources.map(({ path }) => path);
}
