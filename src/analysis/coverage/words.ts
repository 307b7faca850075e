import type { Coverage, Uncovered } from '../../graph/coverage.js';
import type { NodeName } from '../../model/declaration.js';
import { type CoverageStateValue, PlanStage } from '../../model/enums.js';
import { valueDescription } from '../../model/language.js';
import { fieldsOf, inWords, nodeNamed } from '../../model/model.js';

/** The most kinds of what is missing that a note names, and things of each. */
const most = { kinds: 4, things: 6 };

/** What coverage means to people, in both languages. */
export function coverageInWords(
  state: CoverageStateValue,
  missing: readonly Uncovered[],
  stage: string | null,
): { readonly note: string; readonly noteEn: string } {
  if (state === 'COMPLETE')
    return { note: '読み込んだ文書がすべてを挙げています。', noteEn: 'The documents that were read list all of it.' };
  const at = stage === null ? null : valueDescription(PlanStage, stage);
  const kinds = missing.slice(0, most.kinds);
  const others = missing.length - kinds.length;
  const ja = [...kinds.map(inJapanese), ...(others > 0 ? [`ほか${others}種類`] : [])].join('、');
  const en = [...kinds.map(inEnglish), ...(others > 0 ? [`${others} more kinds`] : [])].join('; ');
  return {
    note: `${state === 'NOT_READ' ? '未読です（「なし」ではありません）' : '一部のみです'}。${at ? `${at.ja}について` : ''}読み込んだ文書では分からないもの：${ja}`,
    noteEn: `${state === 'NOT_READ' ? 'Not read, which does not mean none' : 'Only a part is known'}. What the documents that were read do not tell${stage ? ` of the stage ${stage}` : ''}: ${en}`,
  };
}

function inJapanese({ type, field, count, ids }: Uncovered): string {
  const declared = fieldsOf(nodeNamed(type))[field];
  const what = declared ? declared.description.ja : field;
  return `${nodeNamed(type).description.ja}${count}件（${named(ids, count, '、', (more) => `ほか${more}件`)}）の${what}`;
}

function inEnglish({ type, field, count, ids }: Uncovered): string {
  const things = plural(type, count);
  return `${inWords(field).toLowerCase()} of ${count} ${things} (${named(ids, count, ', ', (more) => `and ${more} more`)})`;
}

const plural = (type: NodeName, count: number): string =>
  count === 1 ? inWords(type).toLowerCase() : inWords(nodeNamed(type).plural).toLowerCase();

/** The ends of ids: 5-1, 市民課. */
function named(ids: readonly string[], count: number, separator: string, more: (count: number) => string): string {
  const shown = ids.slice(0, most.things).map((id) => id.split(':').slice(2).join(':') || id);
  return [...shown, ...(count > shown.length ? [more(count - shown.length)] : [])].join(separator);
}

/** The answer where more cities are loaded than one question may look at, which is no reason to refuse the list. */
export const tooManyCitiesToSay: Coverage = {
  state: 'PARTIAL',
  missing: [],
  note: '市区町村が多いため網羅の状態をまとめて示せません。municipalityを指定してください。',
  noteEn: 'Too many municipalities are loaded to say it for all of them at once: give one as municipality.',
};
