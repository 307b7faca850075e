/** What the graph holds and where it came from. */
import type { NodeName } from '../../model/declaration.js';
import { nodeNamed, nodes } from '../../model/model.js';
import { computed, object, t } from '../types/declare.js';
import { assembledList, nodeOf } from '../types/objects.js';

const TypeCount = object('TypeCount', 'How many nodes of a type the graph holds. [種類ごとの件数]', {
  type: [t.string, 'Name of the type. [種類]'],
  count: [t.int, 'All of them, in force or not. [件数]'],
  effectiveCount: [t.int, 'Those in force. [有効な件数]'],
});

interface DatasetValue {
  readonly municipality: string;
  readonly revision: string;
  readonly loadedAt: string;
}

/** A field that lists all nodes of a type that the municipality has. */
const allOf = (type: NodeName, description: string) =>
  computed(assembledList(nodeOf(type)), description, ({ municipality }: DatasetValue, _given, { engine }, info) =>
    engine.ofMunicipality(nodeNamed(type), municipality, info),
  );

const Dataset = object<DatasetValue>(
  'Dataset',
  'What the graph holds of one municipality and where it came from. [データセット]',
  {
    municipality: [t.id, 'Key of the municipality. [市区町村のキー]'],
    revision: [t.string, 'Changes whenever the content of the graph changes. [版]'],
    loadedAt: [t.string, 'When this revision was loaded, ISO 8601, UTC. [読込日時]'],
  },
  {
    counts: computed(
      t.list(TypeCount),
      'Counts by type. [種類ごとの件数]',
      async ({ municipality }, _given, { engine }) => {
        const types = nodes.map(({ name }) => name);
        const found = (await engine.byKeys(countsText, { types }, municipality)) as [string, number, number][];
        const counts = new Map(found.map(([type, count, effectiveCount]) => [type, { type, count, effectiveCount }]));
        return types.flatMap((type) => counts.get(type) ?? []);
      },
    ),
    sourceDocuments: allOf('SourceDocument', 'The documents it was read from. [出典文書]'),
    extractionIssues: allOf('ExtractionIssue', 'What the extraction remarked. [抽出時の指摘]'),
  },
);

const datasetsText =
  'MATCH (d:Dataset) RETURN d.municipality AS municipality, d.revision AS revision, d.loadedAt AS loadedAt ORDER BY municipality';

const countsText =
  'UNWIND $keys AS key RETURN key, COLLECT { ' +
  'MATCH (n:Node) WHERE n.municipality = key UNWIND labels(n) AS type WITH type, n WHERE type IN $types ' +
  'WITH type, count(n) AS total, count(CASE WHEN n.effective THEN 1 END) AS effective ' +
  'RETURN [type, total, effective] } AS answer';

export const datasetQueries = {
  datasets: computed(
    t.list(Dataset),
    'What is loaded, one entry per municipality. [読み込み済みのデータセット]',
    async (_root, _given, { ask }) => (await ask(datasetsText, {})) as unknown as readonly DatasetValue[],
  ),
  dataset: computed(
    t.nullable(Dataset),
    'The first dataset that is loaded; null while the graph is empty. [データセット]',
    async (_root, _given, { ask }) => {
      const [row] = await ask(datasetsText, {});
      return (row ?? null) as DatasetValue | null;
    },
  ),
};
