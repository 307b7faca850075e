/** The section of what changed between the stages of a plan, in words. */
import { changedField } from '../model/changed-field.js';
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
