/** Where the links of a dataset lead. */
import { groupBy } from '../../group-by.js';
import type { Step } from '../../model/declaration.js';
import type { EdgeRow } from '../dataset/dataset.js';

export type Ends = ReadonlyMap<string, readonly string[]>;

/** Where one step leads from each thing. */
export function endsBy(rows: readonly EdgeRow[], direction: Step['direction']): Ends {
  const [start, end] = direction === 'out' ? (['from', 'to'] as const) : (['to', 'from'] as const);
  return new Map([...groupBy(rows, (row) => row[start])].map(([id, links]) => [id, links.map((row) => row[end])]));
}
