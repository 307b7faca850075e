/** Arguments that several root fields have. */
import { PlanStage, type Stage } from '../../model/enums.js';
import { between, entries } from '../types/argument-limits.js';
import { argument, t, withDefault } from '../types/declare.js';
import { EntityType, RelationshipType } from '../types/enums.js';
import { mostLookedAt } from './cities.js';

/** Longer than any id: ids end in names. */
export const maximumIdLength = 300;

export const stageType = t.nullable(t.enum<Stage>(PlanStage));

export const stage = argument(stageType, 'The graph as this stage has it; null means what is in force. [計画段階]');

/** The same beside ids, which may have a stage. */
export const stageOfIds = argument(
  stageType,
  'The graph as this stage has it; null means the stage of the ids where they have one, else what is in force. [計画段階。省略時は識別子の段階、それもなければ有効なもの]',
);

/** A municipality; its description says what it means to leave it out. */
export const municipality = (leftOut: string, leftOutJa: string) =>
  argument(
    t.nullable(t.id),
    `One municipality: its id or key, its code (112119) or its name; null means ${leftOut}. [市区町村（識別子・コード・名称）。省略時は${leftOutJa}]`,
  );

/** One municipality, or several beside it; at most `most`, of which a question that names none is about all. */
export const chosenMunicipalities = (leftOut: string, leftOutJa: string, most: number) => ({
  municipality: municipality(leftOut, leftOutJa),
  municipalities: argument(
    t.nullable(t.list(t.id)),
    `Several municipalities in place of \`municipality\`, each by id, key, code or name; 1 to ${most}. [複数の市区町村（municipalityの代わり。識別子・コード・名称、${most}まで）]`,
  ),
});

/** For questions that look at whole cities. */
export const fewMunicipalities = chosenMunicipalities(
  `all that are loaded, ${mostLookedAt} at most`,
  `読み込み済みのすべて（${mostLookedAt}まで）`,
  mostLookedAt,
);

export const through = argument(
  t.nullable(t.list(t.enum(RelationshipType))),
  'Only along these relationships; null means all. [たどる関係。省略時はすべて]',
  entries(100),
);

/** How many of something: from `least` to `most`, and `usual` where it is left out. */
export const howMany = (usual: number, least: number, most: number, what: string, whatJa: string) =>
  withDefault(t.nullable(t.int), usual, `How many${what}: ${least} to ${most}. [${whatJa}]`, between(least, most));

/** Types of named things. */
export const entityTypes = t.nullable(t.list(t.enum(EntityType)));
