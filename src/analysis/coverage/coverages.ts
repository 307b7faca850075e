import { LRUCache } from 'lru-cache';
import { type Coverage, commonState, type Told, type Uncovered } from '../../graph/coverage.js';
import { groupBy } from '../../group-by.js';
import { type CoverageStatement, CoverageStatements } from '../../model/coverage-statements.js';
import type { NodeName } from '../../model/declaration.js';
import type { CityGraph } from '../city-graph.js';
import { CityCoverage } from './city-coverage.js';
import { Extent } from './extent.js';
import type { LevelNames } from './level-names.js';
import { coverageInWords, statesInWords } from './words.js';

/** How many lists and ids of what is missing in them are kept; about two megabytes. */
const mostTold = 20_000;

/** The most things that are named of each kind of what is missing. */
const mostIds = 50;

const noLevels: LevelNames = new Map();

const cityOf = (id: string) => id.slice(0, id.indexOf(':'));

/** How far one city was read for an answer. */
export interface ReadPart {
  readonly extent: Extent;
  /** The answer can be empty for want of what was not read. */
  readonly isOpen: boolean;
}

/**
 * What the documents of a city or a few can tell, city by city: what those of one list says nothing of another, so that each
 * is looked at by itself, also where an answer is about all of them.
 */
export class Coverages {
  /** What was told of lists before, which are asked for again and again (`coverageOfList`). */
  readonly told = new LRUCache<string, Coverage>({ maxSize: mostTold });
  /** In the order of their keys. Where none is loaded, one that has what all share. */
  readonly cities: readonly CityCoverage[];
  private readonly stage: string | null;
  private readonly levels: ReadonlyMap<string, LevelNames>;
  /** What is told of every answer that lacks nothing. */
  private complete: Coverage | null = null;

  /** `levels` has what cities call the levels of their plans. */
  constructor(
    graph: CityGraph,
    statements: readonly CoverageStatement[],
    stage: string | null,
    levels: ReadonlyMap<string, LevelNames> = new Map(),
  ) {
    this.stage = stage;
    this.levels = levels;
    const ofCity = groupBy(statements, ({ subject }) => cityOf(subject));
    const keys = graph.ids.filter((_, index) => graph.types[index] === 'Municipality').map(cityOf);
    this.cities = (keys.length > 0 ? keys.toSorted() : ['']).map(
      (key) => new CityCoverage(graph, new CoverageStatements(ofCity.get(key) ?? []), stage, key),
    );
  }

  /** What is told of an answer, by how far each city was read for it. */
  tell(read: (city: CityCoverage) => ReadPart): Coverage {
    const parts = this.cities.map((city) => ({ city, ...read(city) }));
    if (parts.some(({ extent }) => extent.missing.size > 0)) return this.tellOf(parts);
    this.complete ??= this.tellOf(parts);
    return this.complete;
  }

  private tellOf(parts: readonly (ReadPart & { readonly city: CityCoverage })[]): Coverage {
    const municipalities = parts
      .map(({ city, ...part }) => ({ municipality: city.municipality, ...this.toldOf(city, part) }))
      .filter(({ municipality }) => municipality !== '');
    const [first, ...others] = parts;
    if (!first) throw new Error('expected at least one city');
    if (others.length === 0) return { ...this.toldOf(first.city, first), unknownValues: [], municipalities };
    const whole = new Extent();
    for (const { extent } of parts) whole.addMissing(extent);
    const [state, missing] = [commonState(municipalities), missingIn(first.city, whole)];
    const { note, noteEn } = coverageInWords(state, missing, this.stage, null);
    const each = statesInWords(municipalities);
    const told = { state, missing, note: `${note}${each.ja}`, noteEn: `${noteEn}${each.en}` };
    return { ...told, unknownValues: [], municipalities };
  }

  private toldOf(city: CityCoverage, { extent, isOpen }: ReadPart): Told {
    const missing = missingIn(city, extent);
    const state = missing.length === 0 ? 'COMPLETE' : extent.isUnread && isOpen ? 'NOT_READ' : 'PARTIAL';
    return {
      state,
      missing,
      ...coverageInWords(state, missing, this.stage, this.levels.get(city.municipality) ?? noLevels),
    };
  }
}

const missingIn = (city: CityCoverage, { missing }: Extent): readonly Uncovered[] =>
  [...missing].map(([key, things]) => {
    const [type = '', field = ''] = key.split(' ');
    const ids = [...things].sort((a, b) => a - b).map((thing) => city.idOf(thing));
    return { type: type as NodeName, field, count: ids.length, ids: ids.slice(0, mostIds) };
  });
