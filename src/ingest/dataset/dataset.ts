import type { EdgeName, NodeName } from '../../model/declaration.js';
import type { Stage } from '../../model/enums.js';

/** One stored value of a table. */
export type Cell = string | number | boolean | readonly string[] | readonly number[] | null;

/** Where a fact was read: a document, its lines, and the stage for which those lines speak (null outside the plan). */
export interface SourceReference {
  readonly stage: Stage | null;
  /** Document id without the municipality: "adopted-plan". */
  readonly document: string;
  readonly firstLine: number;
  readonly lastLine: number;
  /** The cells of a sheet that say so, such as `B12:F12`; null of lines of text. */
  readonly cells: string | null;
}

/** What every stored fact carries. */
export interface Provenance {
  readonly stages: readonly Stage[];
  readonly effective: boolean;
  readonly sources: readonly SourceReference[];
}

/** A row of a node table. `values` are keyed by column: `name`, `name@CURRENT`, `baseline_value`. */
export interface NodeRow extends Provenance {
  readonly id: string;
  readonly values: Readonly<Record<string, Cell>>;
}

/** A row of an edge table. */
export interface EdgeRow extends Provenance {
  readonly from: string;
  readonly to: string;
  /** How the document names the target, where that differs from its name. */
  readonly printedAs: string | null;
}

/**
 * A dataset is everything that is known of one municipality, table by table: the waist between documents and graph.
 */
export interface Dataset {
  readonly nodes: ReadonlyMap<NodeName, readonly NodeRow[]>;
  readonly edges: ReadonlyMap<EdgeName, readonly EdgeRow[]>;
  /** The documents' own lines by id of the source document: only in a dataset that was extracted with text. */
  readonly texts?: ReadonlyMap<string, readonly string[]>;
}

/** What all cities share, by type. */
export type SharedThings = ReadonlyMap<NodeName, readonly NodeRow[]>;
