import type { Variables } from './binding.js';
import type { Coverage, CoveredList } from './coverage.js';
import type { SharedNodes } from './shared-nodes.js';
import type { Steps } from './steps.js';

/** What the parts of an answer are assembled with. */
export interface Assembling {
  readonly variables: Variables;
  /** The id of the node below which a list lies that tells its coverage; null at the root. */
  readonly parent: string | null;
  /** The single nodes that rows of the list around them share, in the order in which the list was compiled. */
  readonly shared: readonly SharedNodes[];
  /** Told of a part that stands in the answer once more, having been read once. */
  readonly repeated: (part: unknown) => void;
  /** Has the coverage of a list worked out once all is assembled, and passes it on. */
  readonly cover: (list: CoveredList, pass: (coverage: Coverage) => void) => void;
  /** Has steps read a part for a key once what is assembled now has been, and passes it on. */
  readonly defer: (steps: Steps, key: unknown, pass: (part: unknown) => void) => void;
}

/** The same for a list below a node. Written out: copied by a spread, it took a microsecond for each list of an answer. */
export const belowNode = ({ variables, shared, repeated, cover, defer }: Assembling, parent: string): Assembling => ({
  variables,
  parent,
  shared,
  repeated,
  cover,
  defer,
});
