/** Which relationships no document of a stage prints: why an answer at that stage is empty. */
import { type EdgeDeclaration, type EdgeName, valueDescription } from '../model/declaration.js';
import { PlanStage } from '../model/enums.js';
import { edges } from '../model/model.js';
import type { Ask } from './statements.js';
import type { Label } from './wording.js';

/** Those of these types that differ by stage. */
export const stagedAmong = (types: ReadonlySet<EdgeName> | null): readonly EdgeDeclaration[] =>
  edges.filter(({ type, staged }) => staged && (types === null || types.has(type)));

/** Those of these types that no document of the stage prints, of some municipalities or of all. */
export async function unprinted(
  types: ReadonlySet<EdgeName>,
  { stage, municipalities }: { readonly stage: string; readonly municipalities: readonly string[] | null },
  ask: Ask,
): Promise<readonly EdgeDeclaration[]> {
  const staged = stagedAmong(types);
  if (staged.length === 0) return [];
  const printed = staged.map(
    ({ type, from }) =>
      `EXISTS { MATCH (n:${from})-[r:${type}]->() WHERE $stage IN r.stages ` +
      `AND ($municipalities IS NULL OR n.municipality IN $municipalities) } AS ${type}`,
  );
  const [row] = await ask(`RETURN ${printed.join(', ')}`, { stage, municipalities });
  return staged.filter(({ type }) => row?.[type] !== true);
}

/** Says so, in both languages; empty where there are none. */
export function unprintedWords(stage: string, missing: readonly EdgeDeclaration[]): Label {
  if (missing.length === 0) return { ja: '', en: '' };
  const label = valueDescription(PlanStage, stage)?.ja ?? stage;
  const listed = missing.map(({ description }) => description.ja).join('、');
  const listedEn = missing.map(({ type, description }) => `${type} (${description.en.replace(/\.$/, '')})`).join('; ');
  return {
    ja: `${label}の文書には次の関係の記載がないため、この計画段階では示せません：${listed}。`,
    en: `The documents of the stage ${stage} do not record these relationships, so they cannot be shown at it: ${listedEn}.`,
  };
}
