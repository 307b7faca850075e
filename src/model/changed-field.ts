/** What of a thing changed, as `Change.field` codes it, in words of both languages. */
import type { ComputedDeclaration, Description } from './declaration.js';
import { computed, describe } from './language.js';

/** By the word that the code begins with; a number after it is kept. */
const fieldWords: Readonly<Record<string, Description>> = {
  baseline: describe('present value', '現状値'),
  collaboration: describe('work done together with citizens', '協働による取組'),
  content: describe('content', '内容'),
  departments: describe('departments', '担当部署'),
  name: describe('name', '名称'),
  number: describe('number', '番号'),
  period: describe('period', '計画期間'),
  reference: describe('reference to policy item', '施策大項目の位置付け'),
  role: describe('role', '区分'),
  situation: describe('present state and tasks', '現況と課題'),
  subtitle: describe('subtitle', '副題'),
  target: describe('target', '目標値'),
  vision: describe('state aimed at', 'めざす姿'),
  wording: describe('wording', '文言'),
};

/** "vision 2" → めざす姿 2. What has no word stays as it is. */
export function changedField(field: string): Description {
  const [, name = field, number = ''] = /^(\w+)( .+)?$/.exec(field) ?? [];
  const known = Object.hasOwn(fieldWords, name) ? fieldWords[name] : undefined;
  return known ? describe(`${known.en}${number}`, `${known.ja}${number}`) : describe(field, field);
}

/** The words of the property `field` in one language; null where the whole thing is meant. */
export const changedFieldIn = (language: keyof Description, en: string, ja: string): ComputedDeclaration =>
  computed('field', (field) => (typeof field === 'string' ? changedField(field)[language] : null), en, ja);

/** The fields whose values are sets, their parts joined by 、 as documents print them. */
const sets: ReadonlySet<unknown> = new Set(['departments']);

const partsOf = (field: unknown, value: unknown): readonly string[] =>
  sets.has(field) && typeof value === 'string' && value !== '' ? value.split('、') : [];

const set = (
  pick: (before: readonly string[], after: readonly string[]) => readonly string[],
  en: string,
  ja: string,
): ComputedDeclaration => ({
  kind: 'computed',
  type: 'String',
  list: true,
  required: true,
  from: ['field', 'before', 'after'],
  compute: ([field, before, after]) => pick(partsOf(field, before), partsOf(field, after)),
  description: describe(
    `${en}, where a set such as departments changed; else none.`,
    `${ja}（担当部署など、集合の場合）`,
  ),
});

/** What changed of a set, part by part. */
export const partsOfSet = {
  beforeParts: set((before) => before, 'The parts before', '変更前の内訳'),
  afterParts: set((_before, after) => after, 'The parts after', '変更後の内訳'),
  addedParts: set(
    (before, after) => after.filter((part) => !before.includes(part)),
    'The parts that came',
    '加わったもの',
  ),
  removedParts: set(
    (before, after) => before.filter((part) => !after.includes(part)),
    'The parts that went',
    '外れたもの',
  ),
} satisfies Record<string, ComputedDeclaration>;
