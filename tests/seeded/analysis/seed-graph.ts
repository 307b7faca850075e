import { existsSync } from 'node:fs';
import { edges, nodes } from '../../../src/model/model.js';
import { projectFile } from '../../../src/project-files.js';
import { type SeedRow, table } from './seed-tables.js';

/** A row of an edge table, with its type. */
export interface SeedLink {
  readonly from: string;
  readonly type: string;
  readonly to: string;
  /** "adopted-plan:82" for each place that says so. */
  readonly sources: readonly string[];
}

/** What is joined to what by the tables in seed/. */
export interface SeedGraph {
  readonly ids: readonly string[];
  readonly links: readonly SeedLink[];
  linksAt(id: string): readonly SeedLink[];
}

const isSeen = (row: SeedRow, staged: boolean, stage: string | null) =>
  !staged || (stage === null ? row.effective === 'true' : (row.stages ?? '').split('|').includes(stage));

/** "CURRENT@review-sheets-5:55-56|…" as places: at a stage its own and those of no stage. */
const placesOf = ({ sources = '' }: SeedRow, stage: string | null): readonly string[] =>
  sources
    .split('|')
    .filter((source) => source !== '')
    .map((source) => /^(?:(\w+)@)?(.+):(\d+)(?:-\d+)?$/.exec(source) ?? [])
    .filter(([, of]) => stage === null || of === undefined || of === stage)
    .map(([, , document, line]) => `${document}:${line}`);

export const otherEndOf = ({ from, to }: SeedLink, id: string): string => (from === id ? to : from);

/** Passages have no table: the text stays with its owner. */
const rowsOf = (name: string) => (existsSync(projectFile(`seed/${name}.csv`)) ? table(name) : []);

/** The graph of seed/ as a stage, or what is in force, has it. */
export function seedGraph(stage: string | null = null): SeedGraph {
  const ids = nodes.flatMap(({ table: name, staged, metadata }) =>
    (metadata ? [] : rowsOf(name)).flatMap((row) => (row.id && isSeen(row, staged, stage) ? [row.id] : [])),
  );
  const seen = new Set(ids);
  const links = edges.flatMap(({ table: name, type, staged }) =>
    rowsOf(name).flatMap((row): SeedLink[] => {
      const { from = '', to = '' } = row;
      if (!isSeen(row, staged, stage) || !seen.has(from) || !seen.has(to)) return [];
      return [{ from, type, to, sources: placesOf(row, stage) }];
    }),
  );
  const at = new Map<string, SeedLink[]>(ids.map((id) => [id, []]));
  for (const link of links) for (const end of [link.from, link.to]) at.get(end)?.push(link);
  return { ids, links, linksAt: (id) => at.get(id) ?? [] };
}

/** How far everything is from somewhere. */
export function distancesIn(graph: SeedGraph, start: string): ReadonlyMap<string, number> {
  const distances = new Map([[start, 0]]);
  for (const [id, distance] of distances)
    for (const link of graph.linksAt(id)) {
      const end = otherEndOf(link, id);
      if (!distances.has(end)) distances.set(end, distance + 1);
    }
  return distances;
}
