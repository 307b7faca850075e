/**
 * Parsers read text after NFKC, by which it is also compared; a dataset has it as its lines print it: （DV） for (DV). What the
 * lines do not print, such as a value that was put together from several of them, stays as it is.
 */
import type { NodeName } from '../../model/declaration.js';
import { stages } from '../../model/enums.js';
import { nodeNamed } from '../../model/model.js';
import { printedCharacters } from '../../model/text-width.js';
import type { Cell, Dataset, EdgeRow, NodeRow, SourceReference } from '../dataset/dataset.js';
import { columnsOf } from '../dataset/table.js';
import type { SourceText } from '../documents/document.js';
import { withoutMarkUp } from '../documents/text.js';

/** The printed characters of some lines without blanks and mark-up, by where their folded forms stand in `folded`. */
interface PrintedLines {
  readonly folded: string;
  readonly printedAt: ReadonlyMap<number, string>;
}

/** The dataset with its texts as their lines print them. */
export function spelledAsPrinted(dataset: Dataset, sources: readonly SourceText[]): Dataset {
  const linesOf = linesIn(sources);
  const nodes = [...dataset.nodes].map(
    ([type, rows]) => [type, rows.map((row) => spellNode(type, row, linesOf))] as const,
  );
  const edges = [...dataset.edges].map(([type, rows]) => [type, rows.map((row) => spellEdge(row, linesOf))] as const);
  return { ...dataset, nodes: new Map(nodes), edges: new Map(edges) };
}

type LinesOf = (source: SourceReference) => PrintedLines;

function linesIn(sources: readonly SourceText[]): LinesOf {
  const texts = new Map(sources.map(({ id, lines }) => [id, lines]));
  const known = new Map<string, PrintedLines>();
  return ({ document, firstLine, lastLine }) => {
    const key = `${document}:${firstLine}-${lastLine}`;
    const lines = known.get(key) ?? readPrinted((texts.get(document) ?? []).slice(firstLine - 1, lastLine));
    known.set(key, lines);
    return lines;
  };
}

function readPrinted(lines: readonly string[]): PrintedLines {
  let folded = '';
  const printedAt = new Map<number, string>();
  for (const character of printedCharacters(lines.map(withoutMarkUp).join('').replace(/\s+/g, ''))) {
    printedAt.set(folded.length, character.printed);
    folded += character.folded.replace(/\s+/g, '');
  }
  printedAt.set(folded.length, '');
  return { folded, printedAt };
}

/** What the sources of a fact cite, stage by stage, the latest first: it has the last word on what is in force. */
const byStage = ({ sources }: NodeRow | EdgeRow, linesOf: LinesOf) =>
  [...stages.toReversed(), null].map((stage) => ({
    stage,
    lines: sources.filter((source) => source.stage === stage).map(linesOf),
  }));

function spellNode(type: NodeName, row: NodeRow, linesOf: LinesOf): NodeRow {
  const cited = byStage(row, linesOf);
  const spelled = columnsOf(nodeNamed(type)).flatMap(({ header, printed }) => {
    const value = row.values[header] ?? null;
    if (!printed || value === null) return [];
    const [, of] = header.split('@');
    const lines = cited.filter(({ stage }) => of === undefined || stage === of).map((each) => each.lines);
    return [[header, spell(value, lines)] as const];
  });
  return { ...row, values: { ...row.values, ...Object.fromEntries(spelled) } };
}

function spellEdge(row: EdgeRow, linesOf: LinesOf): EdgeRow {
  const lines = byStage(row, linesOf).map((each) => each.lines);
  return row.printedAs === null ? row : { ...row, printedAs: spellText(row.printedAs, lines) };
}

function spell(cell: Cell, lines: readonly (readonly PrintedLines[])[]): Cell {
  if (typeof cell === 'string') return spellText(cell, lines);
  if (!Array.isArray(cell)) return cell;
  return cell.map((item) => (typeof item === 'string' ? spellText(item, lines) : item)) as Cell;
}

/** A text as its lines print it; else part by part, as it was put together from parts. */
function spellText(text: string, lines: readonly (readonly PrintedLines[])[]): string {
  const printed = (part: string) => lines.map((each) => printedIn(part, each)).find((found) => found !== null) ?? null;
  return (
    printed(text) ??
    text
      .split(partEnd)
      .map((part) => printed(part) ?? part)
      .join('')
  );
}

/** Sentences, and what stands between blanks. */
const partEnd = /(?<=[。\s])/u;

/**
 * A text as lines print it: as it is where one prints it so, else as the first one does; null where none has it. Figures
 * alone are no text: 5 is not ⑤.
 */
function printedIn(text: string, lines: readonly PrintedLines[]): string | null {
  if (!/\p{L}/u.test(text)) return null;
  const wanted = text.normalize('NFKC').replace(/\s+/g, '');
  const found = lines.flatMap(({ folded, printedAt }) =>
    occurrencesOf(wanted, folded)
      // An occurrence is whole characters: the "." in "…" is none.
      .filter((start) => printedAt.has(start) && printedAt.has(start + wanted.length))
      .map((start) => withBlanksOf(text, start, printedAt)),
  );
  return found.includes(text) ? text : (found[0] ?? null);
}

function occurrencesOf(wanted: string, text: string): readonly number[] {
  const found: number[] = [];
  for (let start = text.indexOf(wanted); start >= 0; start = text.indexOf(wanted, start + 1)) found.push(start);
  return found;
}

/** The printed characters from a place on, with the blanks of a text of which they are the others. */
function withBlanksOf(text: string, start: number, printedAt: ReadonlyMap<number, string>): string {
  let place = start;
  return [...text.normalize('NFKC')]
    .map((character) => {
      if (/\s/.test(character)) return character;
      const printed = printedAt.get(place) ?? '';
      place += character.length;
      return printed;
    })
    .join('');
}
