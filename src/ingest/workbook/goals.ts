/** The goals (SDGs) that cells name by their numbers or names. */
import { readSdgs } from './cells.js';
import type { At, Draft } from './draft.js';
import { fold } from './known.js';

/** Reads the ids of the goals in the column SDGs of a row. */
export function goalsReader(draft: Draft): (at: At) => readonly string[] {
  const names = new Map(
    (draft.shared.get('Sdg') ?? []).map(({ values }) => [fold(String(values.name)), Number(values.number)]),
  );
  return (at) => (draft.read(at, 'sdgs', (cell) => readSdgs(cell, names)) ?? []).map((number) => `sdg:${number}`);
}
