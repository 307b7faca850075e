import type { NodeDeclaration } from '../../model/declaration.js';
import { edges, nodes } from '../../model/model.js';
import { type Column, columnsOf, fileOf, textFolder } from './table.js';

/** The file that describes a dataset and lists its other files. */
export const packageFile = 'datapackage.json';

/** Frictionless types of the model's scalars (Data Package v2, Table Schema). */
const types = { ID: 'string', String: 'string', Int: 'integer', Float: 'number', Boolean: 'boolean' } as const;

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

const provenanceFields = [
  {
    name: 'stages',
    type: 'list',
    delimiter: '|',
    itemType: 'string',
    description: 'Stages that assert the fact: CURRENT, DRAFT, ADOPTED.',
  },
  {
    name: 'effective',
    type: 'boolean',
    description: 'True when the latest stage that speaks of it keeps it.',
    constraints: { required: true },
  },
  {
    name: 'sources',
    type: 'list',
    delimiter: '|',
    itemType: 'string',
    description: 'Lines it was read from: STAGE@document:first-last.',
  },
];

const resource = (table: string, title: string, schema: object) => ({
  name: table,
  path: `${table}.csv`,
  title,
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  schema,
});

const endOf = (name: string, end: string, table: NodeDeclaration | undefined) => ({
  foreignKey: table ? [{ fields: [end], reference: { resource: table.table, fields: ['id'] } }] : [],
  field: { name: end, type: 'string', description: `Id of a ${name}.`, constraints: { required: true } },
});

/** The `datapackage.json` of the given files: a Frictionless Data Package with a Table Schema per table. */
export function describeDataset(files: readonly string[]): object {
  const present = new Set(files);
  const byName = new Map<string, NodeDeclaration>(nodes.map((node) => [node.name, node]));
  const nodeResources = nodes
    .filter((node) => present.has(fileOf(node)))
    .map((node) =>
      resource(node.table, node.description.en, {
        fields: [
          {
            name: 'id',
            type: 'string',
            description: `Identity, such as ${node.example}.`,
            constraints: { required: true, unique: true },
          },
          ...columnsOf(node).map(field),
          ...provenanceFields,
        ],
        primaryKey: ['id'],
        missingValues: [''],
      }),
    );
  const edgeResources = edges
    .filter((edge) => present.has(fileOf(edge)))
    .map((edge) => {
      const from = endOf(edge.from, 'from', byName.get(edge.from));
      const to = endOf(edge.to, 'to', byName.get(edge.to));
      return resource(edge.table, edge.description.en, {
        fields: [
          from.field,
          to.field,
          { name: 'printed_as', type: 'string', description: 'How the document names the target, where that differs.' },
          ...provenanceFields,
        ],
        primaryKey: ['from', 'to'],
        foreignKeys: [...from.foreignKey, ...to.foreignKey],
        missingValues: [''],
      });
    });
  const texts = files
    .filter((path) => path.startsWith(`${textFolder}/`))
    .map((path) => ({
      name: path.replace('/', '-').replace(/\.txt$/, ''),
      path,
      title: 'The lines of a document',
      format: 'txt',
      mediatype: 'text/plain',
      encoding: 'utf-8',
    }));
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'policy-graph-dataset',
    title: 'What a city’s plans, review sheets and reform sheets say, as tables',
    resources: [...nodeResources, ...edgeResources, ...texts],
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
