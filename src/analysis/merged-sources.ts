import type { StoredSources } from '../graph/sources.js';

/**
 * The sources of several facts as those of one, each place once. At a stage only what speaks for it, and what stands outside
 * the planning cycle.
 */
export function mergedSources(all: readonly StoredSources[], stage: string | null): StoredSources {
  const places = new Map<string, readonly [string, string, number, number]>();
  for (const [documents, stages, firstLines, lastLines] of all)
    for (const [index, document] of (documents ?? []).entries()) {
      const place = [document, stages[index] ?? '', firstLines[index] ?? 0, lastLines[index] ?? 0] as const;
      if (stage === null || place[1] === '' || place[1] === stage) places.set(place.join(' '), place);
    }
  const found = [...places.values()];
  return [
    found.map((each) => each[0]),
    found.map((each) => each[1]),
    found.map((each) => each[2]),
    found.map((each) => each[3]),
  ];
}
