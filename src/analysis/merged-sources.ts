import { readSource, type StoredSources } from '../model/stored-sources.js';

/**
 * The sources of several facts as those of one, each place once. At a stage only what speaks for it, and what stands outside
 * the planning cycle.
 */
export function mergedSources(all: readonly StoredSources[], stage: string | null): StoredSources {
  const speaks = (source: string) => stage === null || [null, stage].includes(readSource(source).stage);
  return [...new Set(all.flat().filter(speaks))];
}
