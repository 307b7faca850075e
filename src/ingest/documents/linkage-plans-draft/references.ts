import { type Printed, spanOf } from '../document.js';
import { lineOf, type Parsing } from '../parsing.js';
import type { PrintedLine } from '../printed-lines.js';
import { cleanName, nameKey } from '../text.js';

/** A policy item (施策大項目) as an initiative names it. */
export type Reference = Printed<{ readonly code: string; readonly name: string }>;

const code = /(?<!\d)(\d{1,2})\s*[-‐‑‒–—−]\s*(\d{1,2})(?!\d)/g;

/**
 * The policy items of one list: "2-1 name", several on a line or one per line, with names that may wrap onto
 * the line directly below. The list ends at the first line that is neither; that line and what follows stay
 * unplaced, so that the references of an initiative whose heading was lost never become its neighbour's.
 */
export function readReferences(parsing: Parsing, lines: readonly PrintedLine[]): Reference[] {
  const references: Reference[] = [];
  for (const line of lines) {
    const starts = [...line.text.matchAll(code)];
    const wrapped = line.text.slice(0, starts[0]?.index ?? line.text.length).trim();
    if (wrapped !== '') {
      const above = references.at(-1);
      if (!above || !line.follows || above.lines.last !== line.number - 1) break;
      references[references.length - 1] = {
        value: { code: above.value.code, name: cleanName(`${above.value.name}${wrapped}`) },
        lines: spanOf(above.lines, lineOf(line)),
      };
    }
    starts.forEach((start, order) => {
      const name = line.text.slice(start.index + start[0].length, starts[order + 1]?.index);
      references.push({
        value: { code: `${Number(start[1])}-${Number(start[2])}`, name: cleanName(name) },
        lines: lineOf(line),
      });
    });
    parsing.placed.place(lineOf(line));
  }
  return withoutRepetition(parsing, references);
}

function withoutRepetition(parsing: Parsing, references: readonly Reference[]): Reference[] {
  return references.filter((reference, index) => {
    const { code, name } = reference.value;
    if (name === '')
      parsing.remark({
        rule: 'reference-has-a-name',
        severity: 'warning',
        lines: reference.lines,
        message: 'A reference gives a code without a name.',
        messageJa: '施策大項目の番号だけがあり、名称がありません。',
        expected: `a name after ${code}`,
        actual: 'nothing',
      });
    const earlier = references.slice(0, index).find(({ value }) => value.code === code);
    if (!earlier) return true;
    parsing.remark({
      rule: 'reference-appears-once',
      severity: 'warning',
      lines: reference.lines,
      message: 'The same policy item is referenced twice in one list; the first one was kept.',
      messageJa: '同じ施策大項目が一つの一覧に二度あるため、最初のものを採用しました。',
      expected: 'each code once',
      actual: `${code} again after line ${earlier.lines.first}`,
    });
    return false;
  });
}

/** Reports codes that are printed with different names; what counts as the same name is `nameKey`'s to say. */
export function remarkDifferentNames(
  remark: Parsing['remark'],
  printed: readonly Reference[],
  nameOf: (code: string) => Reference | undefined,
): void {
  for (const { value, lines } of printed) {
    const other = nameOf(value.code);
    if (!other || value.name === '' || nameKey(other.value.name) === nameKey(value.name)) continue;
    remark({
      rule: 'names-agree',
      severity: 'warning',
      lines,
      message: `The policy item ${value.code} has another name at line ${other.lines.first}.`,
      messageJa: `施策大項目${value.code}の名称が${other.lines.first}行目と異なります。`,
      expected: other.value.name,
      actual: value.name,
    });
  }
}
