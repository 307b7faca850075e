import { isAbsolute } from 'node:path';
import { isRecord, jsonIn } from '../../json.js';
import { type Description, describe, type EdgeDeclaration, type NodeDeclaration } from '../../model/declaration.js';
import { edges, findNode, nodes } from '../../model/model.js';
import { type Column, columnsOf, fileOf, textFolder } from './table.js';

/** The file that describes a dataset and lists its other files. */
export const packageFile = 'datapackage.json';

/**
 * The version of the format of datasets (Semantic Versioning): the last number rises where only descriptions change, the
 * second where tables or columns come that a dataset may lack, the first where datasets of before are refused or read otherwise.
 */
const formatVersion = '1.1.0';

/** Frictionless types of the model's scalars (Data Package v2, Table Schema). */
const types = {
  ID: 'string',
  String: 'string',
  Int: 'integer',
  Float: 'number',
  Boolean: 'boolean',
  Date: 'date',
} as const;

/** Titles and descriptions are in English; properties of the format's own have the Japanese. */
const titled = ({ en, ja }: Description) => ({ title: en, titleJa: ja });
const described = ({ en, ja }: Description) => ({ description: en, descriptionJa: ja });

const field = ({ header, type, list, nullable, description }: Column) => ({
  name: header,
  ...(list
    ? { type: 'list', delimiter: '|', itemType: typeof type === 'string' ? types[type] : 'string' }
    : { type: typeof type === 'string' ? types[type] : 'string' }),
  ...described(description),
  constraints: {
    ...(nullable || list ? {} : { required: true }),
    ...(typeof type === 'string' || list ? {} : { enum: Object.keys(type.values) }),
  },
});

const required = { required: true };
const text = (name: string, description: Description, constraints?: object) => ({
  name,
  type: 'string',
  ...described(description),
  ...(constraints ? { constraints } : {}),
});
const listOfTexts = (name: string, description: Description) => ({
  name,
  type: 'list',
  delimiter: '|',
  itemType: 'string',
  ...described(description),
});
const effective = describe(
  'True when the latest stage that speaks of it keeps it.',
  '最新の計画段階で有効なときに true',
);

const provenanceFields = [
  listOfTexts(
    'stages',
    describe('Stages that assert the fact: CURRENT, DRAFT, ADOPTED.', '記載のある計画段階（CURRENT、DRAFT、ADOPTED）'),
  ),
  { ...text('effective', effective, required), type: 'boolean' },
  listOfTexts(
    'sources',
    describe(
      'Lines it was read from, of a sheet with the cells: STAGE@document:first-last, document:12!B12:F12.',
      '出典の行（計画段階@文書:最初の行-最後の行）。シートではセルも（文書:12!B12:F12）',
    ),
  ),
];

const resource = (name: string, path: string, title: Description, format: string, mediatype: string) => ({
  name,
  path,
  ...titled(title),
  format,
  mediatype,
  encoding: 'utf-8',
});

const tableResource = ({ table, description }: NodeDeclaration | EdgeDeclaration, schema: object) => ({
  ...resource(table, `${table}.csv`, description, 'csv', 'text/csv'),
  schema: { ...schema, missingValues: [''] },
});

function nodeResource(node: NodeDeclaration) {
  const identity = describe(`Identity, such as ${node.example}.`, `識別子（${node.example} など）`);
  const id = text('id', identity, { required: true, unique: true });
  return tableResource(node, { fields: [id, ...columnsOf(node).map(field), ...provenanceFields], primaryKey: ['id'] });
}

/** An edge type's table; its ends are keys of the tables that the package has, which lacks what all cities share. */
function edgeResource(edge: EdgeDeclaration, isPresent: (table: NodeDeclaration) => boolean) {
  const ends = ['from', 'to'] as const;
  const printedAs = text(
    'printed_as',
    describe('How the document names the target, where that differs.', '文書での表記（名称と異なるとき）'),
  );
  const foreignKeys = ends.flatMap((end) => {
    const target = findNode(edge[end]);
    return target && isPresent(target)
      ? [{ fields: [end], reference: { resource: target.table, fields: ['id'] } }]
      : [];
  });
  return tableResource(edge, {
    fields: [
      ...ends.map((end) => text(end, describe(`Id of a ${edge[end]}.`, `${edge[end]} の識別子`), required)),
      printedAs,
      ...provenanceFields,
    ],
    primaryKey: ends,
    ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
  });
}

/** The `datapackage.json` of the given files: a Frictionless Data Package with a Table Schema per table. */
export function describeDataset(files: readonly string[]): object {
  const isPresent = (table: NodeDeclaration | EdgeDeclaration) => files.includes(fileOf(table));
  const texts = files.filter((path) => path.startsWith(`${textFolder}/`));
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'policy-graph-dataset',
    version: formatVersion,
    ...titled(
      describe(
        'What a city’s plans, review sheets and reform sheets say, as tables',
        '市区町村の計画・評価シート・行政改革シートの内容を表にしたデータ',
      ),
    ),
    resources: [
      ...nodes.filter(isPresent).map(nodeResource),
      ...edges.filter(isPresent).map((edge) => edgeResource(edge, isPresent)),
      ...texts.map((path) => {
        const name = path.replace('/', '-').replace(/\.txt$/, '');
        return resource(name, path, describe('The lines of a document', '文書の本文'), 'txt', 'text/plain');
      }),
    ],
  };
}

/** The files that a package lists; null where the text is none, or names files outside of its folder, which a package may not. */
export function filesOfPackage(description: string): readonly string[] | null {
  const value = jsonIn(description);
  const resources = isRecord(value) ? (value.resources ?? []) : null;
  const paths = Array.isArray(resources) ? resources.map((each) => (isRecord(each) ? each.path : null)) : [null];
  return paths.every(isPathWithin) ? paths : null;
}

const isPathWithin = (path: unknown): path is string =>
  typeof path === 'string' && path !== '' && !isAbsolute(path) && !/\0|(^|[/\\])\.\.([/\\]|$)/.test(path);
