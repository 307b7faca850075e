/** The section of what changed between the stages of a plan, in words. */
import { type Description, describe } from '../model/declaration.js';
import { ChangeKind, IndicatorRole } from '../model/enums.js';
import { type Line, phrase, type Section, type SourceRow, same, section, sources, stageName, word } from './section.js';

interface Change {
  readonly kind: string;
  readonly field: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly fromStage: string;
  readonly toStage: string;
  readonly note: string | null;
  readonly sources: readonly SourceRow[];
}

/** What of a thing can change, by the word that `Change.field` begins with; a number after it is kept. */
const fieldWords: Readonly<Record<string, Description>> = {
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

/** What of a thing changed, in words: "vision 2" → めざす姿 2. */
export function changedField(field: string): Description {
  const [, name = field, number = ''] = /^(\w+)( .+)?$/.exec(field) ?? [];
  const known = Object.hasOwn(fieldWords, name) ? fieldWords[name] : undefined;
  return known ? { ja: `${known.ja}${number}`, en: `${known.en}${number}` } : same(field);
}

/** A value before or after: a role is a word of the model, all else is what the documents print. */
const printedValue = (field: string | null, value: string | null): Description =>
  value === null ? same('—') : field === 'role' ? word(IndicatorRole, value) : same(value);

function lineOf({ kind, field, before, after, fromStage, toStage, note, sources: read }: Change): Line {
  const what = word(ChangeKind, kind);
  const text = field === null ? what : phrase(['', '（', '）'], ['', ' (', ')'], what, changedField(field));
  const values =
    before === null && after === null
      ? same('')
      : phrase(['：', ' → ', ''], [': ', ' → ', ''], printedValue(field, before), printedValue(field, after));
  const remark = same(note === null ? '' : ` ${note}`);
  return {
    label: phrase(['', '→', ''], ['', ' → ', ''], stageName(fromStage), stageName(toStage)),
    text: phrase(['', '', ''], ['', '', ''], text, values, remark),
    sources: read,
  };
}

export const changes: Section = section<{ readonly changes: readonly Change[] }>({
  key: 'changes',
  title: describe('Changes between stages', '変更の経緯'),
  selection: `changes { kind field before after fromStage toStage note ${sources} }`,
  lines: (subject) => subject.changes.map(lineOf),
});
