/** The graph as resources of linked data, by the mapping of `vocabulary.ts`: what Turtle and JSON-LD write alike. */
import type { NodeDeclaration, PropertyDeclaration, ValuePropertyDeclaration } from '../model/declaration.js';
import { stages } from '../model/enums.js';
import { atStage, valueProperty } from '../model/graph-properties.js';
import { nodeNamed, propertiesOf, valuesOf } from '../model/model.js';
import { readSource, type StoredSources } from '../model/stored-sources.js';
import { describeDataset, observationsOf } from './dataset-description.js';
import type { DatasetFacts, GraphSource, StoredEdge, StoredNode } from './graph-source.js';
import {
  expand,
  iriOf,
  link,
  nested,
  type Resource,
  resource,
  type Statement,
  schemeOf,
  text,
  typed,
} from './resource.js';
import { areaOf, classesOf, english, linkOf, signs, type Term, termOf } from './vocabulary.js';

type Stored = Readonly<Record<string, unknown>>;

/** The datasets first, then every node, then every edge. */
export async function* resourcesOf(source: GraphSource): AsyncIterable<Resource> {
  const { datasets } = source;
  for (const dataset of datasets) yield* describeDataset(dataset);
  /** What all share stands in the plans of each municipality. */
  const datasetsOf = ({ properties: { municipality } }: StoredNode) =>
    datasets.filter((each) => municipality === undefined || each.municipality === municipality);
  // Goals are known to all by the addresses that the United Nations gave them.
  const addresses = new Map<string, string>();
  const addressOf = (id: string) => addresses.get(id) ?? iriOf(id);
  for await (const node of source.nodes()) {
    if (typeof node.properties.uri === 'string') addresses.set(node.id, node.properties.uri);
    const own = datasetsOf(node);
    yield nodeResource(node, addressOf(node.id), own);
    for (const dataset of own) yield* observationsOf(node, dataset);
  }
  for await (const edge of source.edges()) yield* edgeResources(edge, addressOf);
  await source.checkUnchanged();
}

function nodeResource(
  { id, type, properties: stored }: StoredNode,
  iri: string,
  datasets: readonly Pick<DatasetFacts, 'municipality'>[],
): Resource {
  const node = nodeNamed(type);
  const classes = classesOf(type);
  const concept = classes.includes('skos:Concept');
  return resource(iri, classes, [
    typed('dcterms:identifier', id),
    ...statementsOf(node, stored, concept, null),
    ...(type === 'Municipality' ? [link('schema:areaServed', areaOf(String(stored.code)))] : []),
    ...(concept ? stagesIn(stored) : []).flatMap((stage) =>
      datasets.map(({ municipality }) => link('skos:inScheme', schemeOf(municipality, stage))),
    ),
    ...provenanceOf(stored),
    ...stages.flatMap((stage) => {
      const statements = statementsOf(node, stored, concept, stage);
      return statements.length === 0 ? [] : [nested('pg:atStage', [typed('pg:stage', stage), ...statements])];
    }),
  ]);
}

const stagesIn = ({ stages: asserted }: Stored) => (Array.isArray(asserted) ? asserted.map(String) : []);

/** What is stored of a node's own properties: those in force, or those that a stage prints otherwise. */
function statementsOf(node: NodeDeclaration, stored: Stored, concept: boolean, stage: string | null): Statement[] {
  const at = (name: string) => (stage === null ? name : atStage(name, stage));
  const own = propertiesOf(node).filter(
    ([name, { internal, derived }]) => !internal && !derived && name !== 'id' && name !== 'stages' && name !== 'uri',
  );
  return [
    ...own.flatMap(([name, declaration]) =>
      propertyStatements(termOf(name, concept), name, declaration, stored[at(name)]),
    ),
    ...valuesOf(node).flatMap(([name, declaration]) => valueStatement(name, declaration, (key) => stored[at(key)])),
  ];
}

function propertyStatements(term: Term, name: string, { type }: PropertyDeclaration, value: unknown): Statement[] {
  if (value === null || value === undefined) return [];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const inWords = type === 'String' && !signs.has(name);
  return values.map((each) =>
    inWords
      ? text(term, String(each), english.has(name) ? 'en' : 'ja')
      : typed(term, each, { fraction: type === 'Float', date: type === 'Date' }),
  );
}

function valueStatement(
  name: string,
  { type, presentWhen }: ValuePropertyDeclaration,
  read: (key: string) => unknown,
): Statement[] {
  const present = read(valueProperty(name, presentWhen));
  if (present === null || present === undefined) return [];
  const statements = Object.entries(type.properties).flatMap(([part, declaration]) =>
    propertyStatements(termOf(part, false), part, declaration, read(valueProperty(name, part))),
  );
  return [nested(`pg:${name}`, statements)];
}

/** Stages, whether it is in force, and where it was read. */
function provenanceOf(stored: Stored): Statement[] {
  const sources = ((stored.sources ?? []) as StoredSources).map(readSource);
  return [
    // What has a stage of its own has said it already.
    ...stagesIn(stored).flatMap((stage) => (stage === stored.stage ? [] : [typed('pg:stage', stage)])),
    typed('pg:effective', stored.effective === true),
    ...[...new Set(sources.map(({ document }) => document))].map((id) => link('prov:hadPrimarySource', iriOf(id))),
    ...sources.map(({ document, firstLine, lastLine, cells, stage }) =>
      nested(
        'prov:qualifiedPrimarySource',
        [
          link('prov:entity', iriOf(document)),
          typed('pg:firstLine', firstLine),
          typed('pg:lastLine', lastLine),
          ...(cells === null ? [] : [typed('pg:cells', cells)]),
          ...(stage === null ? [] : [typed('pg:stage', stage)]),
        ],
        ['prov:PrimarySource'],
      ),
    ),
  ];
}

/** An edge in force is a statement of its own; with its stages and sources every edge is a reified one. */
function edgeResources(
  { from, type, to, properties: stored }: StoredEdge,
  addressOf: (id: string) => string,
): Resource[] {
  const term = linkOf(type);
  const [subject, object] = [addressOf(from), addressOf(to)];
  const reified = resource(
    null,
    ['rdf:Statement'],
    [
      link('rdf:subject', subject),
      link('rdf:predicate', expand(term)),
      link('rdf:object', object),
      typed('pg:edge', type),
      ...(typeof stored.printedAs === 'string' ? [text('pg:printedAs', stored.printedAs, 'ja')] : []),
      ...provenanceOf(stored),
    ],
  );
  return stored.effective === true ? [resource(subject, [], [link(term, object)]), reified] : [reified];
}
