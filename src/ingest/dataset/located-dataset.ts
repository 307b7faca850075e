/** A dataset with the place of each row in its table, for messages that a person can follow. */
import type { EdgeName, NodeName } from '../../model/declaration.js';
import type { Dataset, EdgeRow, NodeRow } from './dataset.js';

/** A row with the place it was read from, kept for the checks that look across tables. */
export interface Located<Row> {
  readonly row: Row;
  readonly line: number;
  /** The columns whose cells could not be read, which was reported; what stands in the row instead is no statement of it. */
  readonly unread?: ReadonlySet<string>;
}

export interface LocatedDataset {
  /** The documents' own lines by id of the source document, where the dataset brings them. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly nodes: ReadonlyMap<NodeName, readonly Located<NodeRow>[]>;
  readonly edges: ReadonlyMap<EdgeName, readonly Located<EdgeRow>[]>;
  /** Files that are missing or whose rows could not be read, which was reported: what else follows from that is not. */
  readonly unreadable?: ReadonlySet<string>;
}

/** The dataset without the places of its rows. */
export const withoutPlaces = ({ nodes: nodeRows, edges: edgeRows, texts }: LocatedDataset): Dataset => ({
  texts,
  nodes: new Map([...nodeRows].map(([name, rows]) => [name, rows.map(({ row }) => row)])),
  edges: new Map([...edgeRows].map(([type, rows]) => [type, rows.map(({ row }) => row)])),
});
