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
