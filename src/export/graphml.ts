import { labelOf } from '../analysis/wording.js';
import type { PropertyDeclaration } from '../model/declaration.js';
import { valueProperty } from '../model/graph-properties.js';
import { codeProperty, edgeOfType, nodeNamed, nodes, propertiesOf, valuesOf } from '../model/model.js';
import { edgeProperties } from '../model/nodes/entity.js';
import { readSource, type StoredSources } from '../model/stored-sources.js';
import type { GraphSource, StoredEdge, StoredNode } from './graph-source.js';
import { edgeInWords } from './vocabulary.js';

type AttributeType = 'string' | 'int' | 'double' | 'boolean';
type Stored = Readonly<Record<string, unknown>>;

const attributeTypes: Readonly<Record<string, AttributeType>> = { Int: 'int', Float: 'double', Boolean: 'boolean' };

const attributeType = ({ type, list }: PropertyDeclaration): AttributeType =>
  (list ? undefined : attributeTypes[String(type)]) ?? 'string';

/** What programs write beside a node or an edge: Gephi by itself, others when they are told. */
const labels: readonly (readonly [string, AttributeType])[] = [
  ['label', 'string'],
  ['labelEn', 'string'],
];

/** What a node can have, by the model: a name that types declare differently is a text. */
function attributesOfNodes(): ReadonlyMap<string, AttributeType> {
  const found = new Map<string, AttributeType>([
    ['id', 'string'],
    ['type', 'string'],
    ...labels,
    ['effective', 'boolean'],
    ['sources', 'string'],
  ]);
  const add = (name: string, declaration: PropertyDeclaration) => {
    const type = attributeType(declaration);
    const known = found.get(name) ?? type;
    found.set(name, known === type ? type : 'string');
  };
  for (const node of nodes) {
    for (const [name, declaration] of propertiesOf(node))
      if (!declaration.internal && !declaration.derived) add(name, declaration);
    for (const [name, { type }] of valuesOf(node))
      for (const [part, declaration] of Object.entries(type.properties)) add(valueProperty(name, part), declaration);
  }
  return found;
}

const nodeAttributes = attributesOfNodes();
const edgeAttributes = new Map<string, AttributeType>([
  ['type', 'string'],
  ...labels,
  ...Object.entries(edgeProperties).map(([name, declaration]) => [name, attributeType(declaration)] as const),
  ['sources', 'string'],
]);

/** Characters that XML cannot hold, and those that it wants written otherwise. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};
const escaped = (value: string) =>
  value.replace(unprintable, '\ufffd').replace(/[&<>"\r]/g, (character) => entities[character] ?? character);

/** An id as an XML name token, which ids of GraphML are: other characters stand as their numbers. The id itself is an attribute. */
const nameToken = (id: string): string =>
  id.replace(
    /[^\w.:\-\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30fe\u4e00-\u9fff]|_(?=x[0-9A-F]+_)/gu,
    (character) => `_x${character.codePointAt(0)?.toString(16).toUpperCase()}_`,
  );

const textOf = (value: unknown) => escaped(Array.isArray(value) ? value.join('; ') : String(value));

/** `CURRENT@honjo:source-document:review-sheets-5:55-56; …`, with the cells of a sheet behind a `!`: where a fact was read. */
const sourcesOf = (stored: Stored): string[] =>
  ((stored.sources ?? []) as StoredSources).map(readSource).map(({ document, firstLine, lastLine, cells, stage }) => {
    const lines = firstLine === lastLine ? firstLine : `${firstLine}-${lastLine}`;
    return `${stage === null ? '' : `${stage}@`}${document}:${lines}${cells === null ? '' : `!${cells}`}`;
  });

/** "5-2 …": the code and name of a node in both languages, or its type and number where it has no name. */
function nodeLabels({ type, properties: stored }: StoredNode): Stored {
  const text = (name: string) => (typeof stored[name] === 'string' ? stored[name] : null);
  const number = stored.number ?? stored.fiscalYear ?? stored.year;
  const { ja, en } = labelOf(type, [text('name'), text('nameEn'), typeof number === 'number' ? number : null]);
  const code = stored[codeProperty(nodeNamed(type)) ?? ''] ?? null;
  const before = code === null || text('name') === null ? '' : `${code} `;
  return { label: before + ja, labelEn: before + en };
}

const edgeLabels = ({ type }: StoredEdge): Stored => ({
  label: edgeOfType(type).description.ja,
  labelEn: edgeInWords(type),
});

function dataOf(prefix: string, attributes: ReadonlyMap<string, AttributeType>, values: Stored): string {
  const given = (value: unknown) =>
    value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
  return [...attributes.keys()]
    .filter((name) => given(values[name]))
    .map((name) => `<data key="${prefix}.${name}">${textOf(values[name])}</data>`)
    .join('');
}

const keysOf = (prefix: string, domain: 'node' | 'edge', attributes: ReadonlyMap<string, AttributeType>) =>
  [...attributes]
    .map(([name, type]) => `<key id="${prefix}.${name}" for="${domain}" attr.name="${name}" attr.type="${type}"/>\n`)
    .join('');

const head =
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
  'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n';

/** The graph in GraphML, as Gephi, yEd, NetworkX and igraph read it: all nodes, then all edges. */
export async function* graphml(source: GraphSource): AsyncIterable<string> {
  yield head + keysOf('n', 'node', nodeAttributes) + keysOf('e', 'edge', edgeAttributes);
  yield `<graph id="${nameToken(source.datasets.map(({ municipality }) => municipality).join('.'))}" edgedefault="directed">\n`;
  for await (const node of source.nodes()) {
    const { id, type, properties } = node;
    const own = { id, type, sources: sourcesOf(properties) };
    const data = dataOf('n', nodeAttributes, { ...properties, ...nodeLabels(node), ...own });
    yield `<node id="${nameToken(id)}">${data}</node>\n`;
  }
  let number = 0;
  for await (const edge of source.edges()) {
    const { from, type, to, properties } = edge;
    number++;
    const own = { type, sources: sourcesOf(properties) };
    const data = dataOf('e', edgeAttributes, { ...properties, ...edgeLabels(edge), ...own });
    yield `<edge id="e${number}" source="${nameToken(from)}" target="${nameToken(to)}">${data}</edge>\n`;
  }
  await source.checkUnchanged();
  yield '</graph>\n</graphml>\n';
}
