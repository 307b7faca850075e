import type { Coverage, ToldOfCity, Uncovered, UnknownValue } from '../../graph/coverage.js';
import { groupBy } from '../../group-by.js';
import type { NodeName } from '../../model/declaration.js';
import { type CoverageStateValue, PlanStage, type Stage } from '../../model/enums.js';
import { valueDescription } from '../../model/language.js';
import { fieldsOf, findNode, inSentence, nodeNamed, nodes } from '../../model/model.js';
import type { Label } from '../wording.js';
import type { LevelNames } from './level-names.js';

/** The most kinds of what is missing that a note names, and things of each. */
const most = { kinds: 4, things: 6 };

/**
 * What coverage means to people, in both languages: of one city in its own words for the levels of its plan (`levels`). Things
 * of several cities (null) are told with the keys of these.
 */
export function coverageInWords(
  state: CoverageStateValue,
  missing: readonly Uncovered[],
  stage: string | null,
  levels: LevelNames | null,
): { readonly note: string; readonly noteEn: string } {
  if (state === 'COMPLETE')
    return { note: '読み込んだ文書がすべてを挙げています。', noteEn: 'The documents that were read list all of it.' };
  const at = stage === null ? null : valueDescription(PlanStage, stage);
  const kinds = missing.slice(0, most.kinds);
  const others = missing.length - kinds.length;
  const ja = [...kinds.map((each) => inJapanese(each, levels)), ...(others > 0 ? [`ほか${others}種類`] : [])].join(
    '、',
  );
  const en = [...kinds.map((each) => inEnglish(each, levels)), ...(others > 0 ? [`${others} more kinds`] : [])].join(
    '; ',
  );
  return {
    note: `${state === 'NOT_READ' ? '未読です（「なし」ではありません）' : '一部のみです'}。${at ? `${at.ja}について` : ''}読み込んだ文書では分からないもの：${ja}`,
    noteEn: `${state === 'NOT_READ' ? 'Not read, which does not mean none' : 'Only a part is known'}. What the documents that were read do not tell${stage ? ` of the ${planAt[stage] ?? `stage ${stage}`}` : ''}: ${en}`,
  };
}

/** The plans of the stages, in an English sentence. */
const planAt: Readonly<Record<string, string>> = { CURRENT: 'current plan', DRAFT: 'draft', ADOPTED: 'adopted plan' };

/** What of an id people know: 市民課; a text that is no id is as it is. */
function endOf(value: string): string {
  const [first = '', second = '', ...rest] = value.split(':');
  if (rest.length > 0 && idWords.has(second)) return rest.join(':');
  // What all cities share has ids without a city: sdg:17.
  return second !== '' && idWords.has(first) ? [second, ...rest].join(':') : value;
}

const idWords: ReadonlySet<string> = new Set(nodes.map(({ idWord }) => idWord));

/** Coverage that says, before all else, which values of the filter nothing has. */
export function withUnknownValues(coverage: Coverage, unknownValues: readonly UnknownValue[]): Coverage {
  if (unknownValues.length === 0) return coverage;
  const ja = unknownValues.map(({ value, label, suggestions }) => {
    const near = suggestions.length > 0 ? `、近いもの：${suggestions.map(endOf).join('、')}` : '';
    return `「${endOf(value)}」（${label.ja}${near}）`;
  });
  const en = unknownValues.map(({ value, label, suggestions }) => {
    const near = suggestions.length > 0 ? `; near to it: ${suggestions.map(endOf).join(', ')}` : '';
    return `"${endOf(value)}" (${label.en}${near})`;
  });
  return {
    ...coverage,
    unknownValues,
    note: `条件の値に当たるものがありません：${ja.join('、')}。${coverage.note}`,
    noteEn: `Nothing has this value of the conditions: ${en.join(', ')}. ${coverage.noteEn}`,
  };
}

/** Of which of several cities how much was read, where that differs. */
export function statesInWords(told: readonly ToldOfCity[]): Label {
  const states = [...groupBy(told, ({ state }) => state)];
  if (states.length < 2) return { ja: '', en: '' };
  const of = (separator: string, say: (state: CoverageStateValue) => string) =>
    states.map(([state, cities]) => `${say(state)} ${cities.map(({ municipality }) => municipality).join(separator)}`);
  return {
    ja: `（市区町村別：${of('・', (state) => stateWords[state].ja).join('、')}）`,
    en: ` (${of(', ', (state) => stateWords[state].en).join('; ')})`,
  };
}

/** That a stage, or what is in force (null), has not a thing, by how far it was read for such things. */
export function absenceInWords(id: string, stage: Stage | null, state: CoverageStateValue): Label {
  if (stage === null)
    return { ja: `「${id}」は現在有効な計画にはありません。`, en: `${id} is not part of the plan in force.` };
  const [ja, en] = [valueDescription(PlanStage, stage)?.ja ?? stage, `the plan at the stage ${stage}`];
  const absences: Readonly<Record<CoverageStateValue, Label>> = {
    COMPLETE: { ja: `「${id}」は${ja}にはありません。`, en: `${id} is not part of ${en}.` },
    PARTIAL: {
      ja: `「${id}」は、${ja}のうち読み込んだ部分にはありません（未読の部分にあるかもしれません）。`,
      en: `${id} is not in what was read of ${en}; a part that was not may have it.`,
    },
    NOT_READ: {
      ja: `「${id}」のような項目は、${ja}については読み込まれていません（計画にないという意味ではありません）。`,
      en: `What is like ${id} was not read of ${en}, which does not mean that the plan lacks it.`,
    },
  };
  return absences[state];
}

const stateWords: Readonly<Record<CoverageStateValue, Label>> = {
  COMPLETE: { ja: 'すべて', en: 'all of' },
  PARTIAL: { ja: '一部のみ', en: 'a part of' },
  NOT_READ: { ja: '未読', en: 'not read:' },
};

function inJapanese({ type, field, count, ids }: Uncovered, levels: LevelNames | null): string {
  if (type === 'Municipality' && levels) return `市区町村全体の${fieldInJapanese(type, field, levels)}`;
  const general = nodeNamed(type).description.ja;
  return `${levels?.get(type)?.ja || general}${count}件（${named(ids, count, levels === null, '、', (more) => `ほか${more}件`)}）の${fieldInJapanese(type, field, levels)}`;
}

/** The label of a field; where it is called as the level to which it leads, as the city calls that. */
function fieldInJapanese(type: NodeName, field: string, levels: LevelNames | null): string {
  const declared = fieldsOf(nodeNamed(type))[field];
  if (!declared) return field;
  // What it explains beside its name is not part of it, as in labels (src/labels/vocabulary.ts).
  const [ja = ''] = declared.description.ja.split(/[。（]/);
  const level = declared.kind === 'relationship' ? findNode(declared.target) : undefined;
  const own = level && levels?.get(level.name)?.ja;
  return own ? ja.replace(level.description.ja, own) : ja;
}

function inEnglish({ type, field, count, ids }: Uncovered, levels: LevelNames | null): string {
  if (type === 'Municipality' && levels) return `${fieldInEnglish(type, field, levels)} of the whole municipality`;
  const own = levels?.get(type)?.en.toLowerCase();
  const things = own ? (count === 1 ? own : inPlural(own)) : plural(type, count);
  return `${fieldInEnglish(type, field, levels)} of ${count} ${things} (${named(ids, count, levels === null, ', ', (more) => `and ${more} more`)})`;
}

function fieldInEnglish(type: NodeName, field: string, levels: LevelNames | null): string {
  const declared = fieldsOf(nodeNamed(type))[field];
  const level = declared?.kind === 'relationship' ? findNode(declared.target) : undefined;
  const own = level && levels?.get(level.name)?.en.toLowerCase();
  return own && field === level.plural ? inPlural(own) : inSentence(field);
}

const inPlural = (name: string): string => (/[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`);

const plural = (type: NodeName, count: number): string => inSentence(count === 1 ? type : nodeNamed(type).plural);

/** The ends of ids: 5-1, 市民課; beside those of other cities honjo 5-1, and of the cities themselves honjo. */
function named(
  ids: readonly string[],
  count: number,
  ofSeveral: boolean,
  separator: string,
  more: (count: number) => string,
): string {
  const shown = ids.slice(0, most.things).map((id) => {
    const [city = '', type, ...end] = id.split(':');
    if (end.length === 0) return id;
    if (type === nodeNamed('Municipality').idWord) return city;
    return ofSeveral ? `${city} ${end.join(':')}` : end.join(':');
  });
  return [...shown, ...(count > shown.length ? [more(count - shown.length)] : [])].join(separator);
}

/** The answer where more cities are loaded than one question may look at, which is no reason to refuse the list. */
export const tooManyCitiesToSay: Coverage = {
  state: 'PARTIAL',
  missing: [],
  unknownValues: [],
  municipalities: [],
  note: '市区町村が多いため網羅の状態をまとめて示せません。municipalityか、10までのmunicipalitiesを指定してください。',
  noteEn:
    'Too many municipalities are looked at to say it for all of them at once: give one as municipality, or up to ten as municipalities.',
};
