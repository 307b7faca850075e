import { linesOf } from '../document.js';
import type { Parsing } from '../parsing.js';
import type { PrintedLine } from '../printed-lines.js';
import { parseQuantity } from '../quantity.js';
import { cleanName, cleanText, filledCells } from '../text.js';
import type { AdoptedIndicator } from './record.js';

const arrows = /[▶►⇒→]+/;
/** A definition stands in square brackets behind the name; [*] alone is a glossary mark. */
const definition = /\s*\[([^[\]]*)\]\s*$/;
/** A value that lost the tab before it: digits with a short unit, or a dash. */
const trailingValue = /\s((?:\d[\d,.]*\s*\S{0,6})|[-—―–])$/;

/** The rows of the table of outcome indicators (成果指標): name, baseline (現状値) ▶▶ target (目標値). */
export function readIndicators(parsing: Parsing, lines: readonly PrintedLine[]): AdoptedIndicator[] {
  const indicators: AdoptedIndicator[] = [];
  for (const line of lines) {
    if (/^現状値\s+目標値$/.test(line.text)) continue;
    const cells = cellsOf(line.raw);
    const above = indicators.at(-1);
    if (cells) {
      const { name, definition } = splitDefinition(cells.name);
      const [baseline, target] = [parseQuantity(cells.baseline), parseQuantity(cells.target)];
      indicators.push({ name, definition, baseline, target, lines: line.lines });
    } else if (above && above.definition === null && line.follows && definition.test(line.text)) {
      const wrapped = splitDefinition(line.text);
      if (wrapped.name !== '') continue;
      const lines = linesOf([above, line]);
      indicators[indicators.length - 1] = { ...above, definition: wrapped.definition, lines };
    } else continue;
    parsing.consume(line);
  }
  return indicators;
}

/** A name and the definition in square brackets behind it: "rate [share of all]" → "rate", "share of all". */
function splitDefinition(text: string): { readonly name: string; readonly definition: string | null } {
  const cleaned = cleanText(text);
  const match = definition.exec(cleaned);
  return {
    name: cleanName(cleaned.replace(definition, '')),
    definition: match?.[1] === undefined ? null : match[1].trim(),
  };
}

/** Name, baseline and target of a row, wherever its tabs went; null where one of the three is missing. */
function cellsOf(raw: string): { readonly name: string; readonly baseline: string; readonly target: string } | null {
  const [before, ...after] = raw.split(arrows);
  if (before === undefined || after.length !== 1) return arrowlessCells(raw);
  const target = cleanText((after[0] ?? '').replaceAll('\t', ' '));
  const cells = filledCells(before);
  const value = cells.length > 1 ? cells.at(-1) : trailingValue.exec(cells[0] ?? '')?.[1];
  if (value === undefined || target === '') return null;
  const name = cells.length > 1 ? cells.slice(0, -1).join(' ') : (cells[0] ?? '').slice(0, -value.length);
  return name.trim() === '' ? null : { name, baseline: value, target };
}

function arrowlessCells(raw: string) {
  const [name, baseline, target, ...more] = filledCells(raw);
  return name && baseline && target && more.length === 0 ? { name, baseline, target } : null;
}
