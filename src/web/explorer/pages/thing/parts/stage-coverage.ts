import type { CoverageState } from '../../../graphql/graphql.js';

/** How far a stage was read for things of one type, and for which wholes it was not. */
export interface StageCoverage {
  readonly state: CoverageState;
  readonly missing: readonly {
    readonly type: string;
    /** How many; `ids` may name fewer. */
    readonly count: number;
    readonly ids: readonly string[];
  }[];
}

/**
 * How far a stage was read for a thing that it seems to lack: where a part was, all of it or nothing by whether the whole that
 * the thing belongs to was. `wholes` are what it belongs to, by type.
 */
export function stateWithin({ state, missing }: StageCoverage, wholes: ReadonlyMap<string, string>): CoverageState {
  if (state !== 'PARTIAL') return state;
  const ofWholes = missing.filter(({ type }) => wholes.has(type));
  if (ofWholes.some(({ type, ids }) => ids.includes(wholes.get(type) ?? ''))) return 'NOT_READ';
  return ofWholes.length > 0 && ofWholes.every(({ count, ids }) => count === ids.length) ? 'COMPLETE' : 'PARTIAL';
}
