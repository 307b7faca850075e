import type { Variables } from './binding.js';
import type { SharedNodes } from './shared-nodes.js';

/** What the parts of an answer are assembled with. */
export interface Assembling {
  readonly variables: Variables;
  /** The single nodes that rows of the list around them share, in the order in which the list was compiled. */
  readonly shared: readonly SharedNodes[];
  /** Told of a part that stands in the answer once more, having been read once. */
  readonly repeated: (part: unknown) => void;
}
