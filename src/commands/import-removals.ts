/** What an import removes of the city that was imported before, for a check, which has no database to ask. */
import type { Dataset, EdgeRow } from '../ingest/dataset/dataset.js';
import { fileOf } from '../ingest/dataset/table.js';
import type { TableDifference } from '../ingest/load/difference.js';
import type { Removals } from '../ingest/load/removals.js';
import { type Description, describe } from '../model/declaration.js';
import { edgeOfType, nodeNamed } from '../model/model.js';

/** Which rows of each table of a city an import removes. */
export function removedRows(city: string, before: Dataset, after: Dataset): readonly TableDifference[] {
  const own = (id: string) => id.startsWith(`${city}:`);
  const difference = (file: string, old: readonly string[], now: ReadonlySet<string>): TableDifference => {
    const held = old.filter(own);
    return { file, held: held.length, added: [], changed: [], removed: held.filter((key) => !now.has(key)) };
  };
  const link = ({ from, to }: Pick<EdgeRow, 'from' | 'to'>) => `${from} ${to}`;
  return [
    ...[...before.nodes].map(([name, rows]) => {
      const ids = new Set((after.nodes.get(name) ?? []).map(({ id }) => id));
      return difference(
        fileOf(nodeNamed(name)),
        rows.map(({ id }) => id),
        ids,
      );
    }),
    ...[...before.edges].map(([type, rows]) =>
      difference(fileOf(edgeOfType(type)), rows.map(link), new Set((after.edges.get(type) ?? []).map(link))),
    ),
  ];
}

/** Says that what an import removes of a city has to be allowed. */
export const hasToBeAllowed = ({ removed, held }: Removals): Description =>
  describe(
    `removes ${removed} of ${held} rows of the dataset: if that is meant, the import needs --allow-removals`,
    `データセットの ${held} 行のうち ${removed} 行が削除されます。意図した削除であれば、取込に --allow-removals が必要です`,
  );
