import { spanOf } from '../document.js';
import { lineOf, linesOf, type Parsing, placeAll } from '../parsing.js';
import { numberedName, type PrintedLine } from '../printed-lines.js';
import { readPassage } from '../prose.js';
import { cleanName } from '../text.js';
import type { AdoptedItem } from './record.js';

type AdoptedMeasure = AdoptedItem['measures'][number];

/** The measures (施策中項目) of a policy item: "1. name", each with the running text below it. */
export function readMeasures(parsing: Parsing, lines: readonly PrintedLine[]): AdoptedMeasure[] {
  const starts: { index: number; number: number; name: string }[] = [];
  lines.forEach((line, index) => {
    const entry = numberedName(line);
    const above = starts.at(-1)?.number ?? 0;
    if (!entry || entry.number <= above || entry.name.endsWith('。')) return;
    if (entry.number !== above + 1) remarkGap(parsing, line, above + 1, entry.number);
    starts.push({ index, ...entry });
  });
  // What stands before the first number belongs to no measure and stays unplaced.
  return starts.map(({ index, number, name }, order) => {
    const part = lines.slice(index, starts[order + 1]?.index);
    const wrapped = part
      .slice(1, 2)
      .filter(({ mark, follows, text }) => mark === '' && follows && !text.endsWith('。'));
    const head = [...part.slice(0, 1), ...wrapped];
    placeAll(parsing, head);
    const content = readPassage(parsing, part.slice(head.length));
    return {
      number,
      name: cleanName([name, ...wrapped.map(({ text }) => text)].join(' ')),
      content,
      lines: spanOf(linesOf(head), ...(content ? [content.lines] : [])),
    };
  });
}

function remarkGap({ remark }: Parsing, line: PrintedLine, expected: number, actual: number): void {
  remark({
    rule: 'measures-are-numbered-in-order',
    severity: 'warning',
    lines: lineOf(line),
    message: 'The numbers of the measures leave one out; a heading may be missing.',
    messageJa: '施策中項目の番号が続いていません。見出しが欠けている可能性があります。',
    expected: `${expected}`,
    actual: `${actual}`,
  });
}
