import { parseEraYear } from '../../../model/fiscal-year.js';
import { type Passage, type Printed, spanOf } from '../document.js';
import type { Parsing } from '../parsing.js';
import { cleanName, splitList } from '../text.js';
import { paragraphsOf } from './cell-text.js';
import { checkRows } from './completeness.js';
import type { ContentsField } from './front-matter.js';
import { readPlanChanges } from './plan-changes.js';
import type { SheetRecord } from './record.js';
import { type Row, type RowKind, valuesByLabel, valuesOf } from './rows.js';
import type { Segment } from './segments.js';
import { checkYears, readColumns, readGoals, readGrades } from './yearly.js';

/** A sheet before it is known which of its field it is. */
export type UnorderedSheet = Omit<SheetRecord, 'order'>;

const supportsLabel = /^連携課$/;
const targetLabel = /^達成目標年度$/;
const sdgsLabel = /^SDGs関連No\.?$/i;

/**
 * Reads one sheet from its rows. Null, with an error among the findings, where a row is missing or unreadable that no
 * record can do without: field, name, leads or years.
 */
export function readSheet(
  parsing: Parsing,
  segment: Segment,
  fields: readonly Printed<ContentsField>[],
  isLast: boolean,
): UnorderedSheet | null {
  for (const row of segment) parsing.placed.place(row.lines);
  checkRows(parsing, segment, isLast);
  const row = (kind: RowKind) => segment.find((candidate) => candidate.kind === kind);
  const [field, name, leads, years] = [row('field'), row('name'), row('leads'), row('years')];
  if (!field || !name || !leads || !years) return null;

  const [leadNames = [], supportNames] = valuesByLabel(leads, [supportsLabel]);
  const [start = [], target = [], sdgs = []] = valuesByLabel(years, [targetLabel, sdgsLabel]);
  const head = {
    field: readField(valuesOf(field).join(''), fields),
    name: cleanName(valuesOf(name).join('')),
    leads: splitList(leadNames.join('、')),
    start: parseEraYear(start.join('')),
    target: parseEraYear(target.join('')),
  };
  if (!head.field || head.name === '' || head.leads.names.length === 0 || head.start === null || head.target === null) {
    parsing.remark({
      rule: 'sheet-is-complete',
      severity: 'error',
      lines: spanOf(field.lines, name.lines, leads.lines, years.lines),
      message: 'The head of the sheet cannot be read; the sheet was not used.',
      messageJa: 'シート上部の項目を読み取れないため、このシートを読み込んでいません。',
      expected: 'a known reform field, a name, a lead, a start and a target year',
      actual: `${head.field ? 'a field' : 'no field'}, ${head.name ? 'a name' : 'no name'}, ${head.leads.names.length} leads, years ${head.start} and ${head.target}`,
    });
    return null;
  }
  if (!supportNames)
    parsing.remark({
      rule: 'leads-and-supports-are-told-apart',
      severity: 'warning',
      lines: leads.lines,
      message: 'The row of the leads has no label for the supports; all its names were taken for leads.',
      messageJa: '「連携課」の欄がないため、この行の部署を全て実行課としました。',
      expected: '連携課',
      actual: 'none',
    });
  const supports = splitList((supportNames ?? []).join('、'));
  const columnsRow = row('yearHead');
  const columns = columnsRow ? readColumns(parsing, columnsRow) : [];
  const [goals, grades] = [row('goals'), row('grades')];
  const sheet: UnorderedSheet = {
    field: head.field,
    name: { value: head.name, lines: name.lines },
    leads: { value: head.leads.names, lines: leads.lines },
    supports: { value: supports.names, lines: leads.lines },
    supportsOpenEnded: supports.openEnded,
    startFiscalYear: { value: head.start, lines: years.lines },
    targetFiscalYear: { value: head.target, lines: years.lines },
    perspectives: readNames(row('perspectives'), name),
    citations: readNames(row('citations'), name),
    goals: goals ? readGoals(parsing, goals, columns) : [],
    evaluations: grades ? readGrades(parsing, grades, columns) : [],
    planChanges: readPlanChanges(parsing, segment),
    situation: readPassage(row('situation')),
    activities: readPassage(row('activities')),
    effects: readPassage(row('effects')),
    remarks: readPassage(row('remarks')),
    lines: spanOf(...segment.map(({ lines }) => lines)),
  };
  checkYears(parsing, sheet);
  remarkUnkept(parsing, sdgs, segment);
  return sheet;
}

/** "1. 名称", or a name alone that the contents list numbers. */
function readField(text: string, fields: readonly Printed<ContentsField>[]): SheetRecord['field'] | null {
  const [, printed, rest] = /^(\d{1,2})\s*[.、]?\s*(\D.*)$/.exec(text) ?? [];
  const name = cleanName(rest ?? text);
  const number = printed ? Number(printed) : fields.find(({ value }) => value.name === name)?.value.number;
  return number === undefined || name === '' ? null : { number, name };
}

/** Names separated by 、; unlike lists of divisions these can end in 等 or など as part of a name. */
function readNames(row: Row | undefined, fallback: Row): Printed<readonly string[]> {
  const names = row
    ? valuesOf(row)
        .flatMap((value) => value.split(/[、,]/))
        .map(cleanName)
        .filter((name) => name !== '')
    : [];
  return { value: names, lines: (row ?? fallback).lines };
}

function readPassage(row: Row | undefined): Passage | null {
  const text = row
    ? row.cells
        .map(paragraphsOf)
        .filter((cell) => cell !== '')
        .join('\n')
    : '';
  return row && text !== '' ? { text, lines: row.lines } : null;
}

/** SDG numbers are pictures, and report and outlook are filled in later: where they hold text, say that it is lost. */
function remarkUnkept({ remark }: Parsing, sdgs: readonly string[], segment: Segment): void {
  const filled = segment.filter(
    (row) =>
      (row.kind === 'years' && sdgs.length > 0) || (/^(?:report|outlook)$/.test(row.kind) && valuesOf(row).length > 0),
  );
  for (const { kind, lines } of filled)
    remark({
      rule: 'text-has-a-record',
      severity: 'warning',
      lines,
      message: `The row holds text that no record keeps (${kind === 'years' ? 'SDG numbers' : kind}).`,
      messageJa: 'この行には、読込みの対象となっていない記載があります。',
      expected: 'empty cells',
      actual: 'text',
    });
}
