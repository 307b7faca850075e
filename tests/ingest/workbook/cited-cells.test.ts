/** Which cells of a workbook are the sources of what was read from it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { EdgeRow, NodeRow } from '../../../src/ingest/dataset/dataset.js';
import { withoutPlaces } from '../../../src/ingest/dataset/located-dataset.js';
import {
  type Book,
  type BookCell,
  type BookSheet,
  type CellPlace,
  columnLetters,
  joinBooks,
} from '../../../src/ingest/workbook/book.js';
import { importBook } from '../../../src/ingest/workbook/build.js';
import { displayed } from '../../../src/ingest/workbook/cells.js';
import { formatCells } from '../../../src/ingest/workbook/cited-cells.js';
import { fold } from '../../../src/ingest/workbook/known.js';
import { type Mapping, readMapping } from '../../../src/ingest/workbook/mapping/mapping.js';
import { markKey, usualMarks } from '../../../src/ingest/workbook/mapping/marks.js';
import { readBook } from '../../../src/ingest/workbook/read-book.js';
import { areCells } from '../../../src/model/cell-ranges.js';
import { aobaCity, type FixtureBook, workbookOf } from '../../fixtures/aoba-city.js';
import { hikariCity, hikariMap } from '../../fixtures/hikari-city.js';
import { kawabeProjects, tsukiIndicators } from '../../fixtures/messy-workbooks.js';
import { minatoMap, minatoTown } from '../../fixtures/minato-town.js';
import { filledIn, imported, proposed, shared } from './imported.js';

const proposals = fileURLToPath(new URL('./mapping/proposals/', import.meta.url));
const proposal = (name: string): FixtureBook => parse(readFileSync(join(proposals, name, 'workbook.yaml'), 'utf8'));

/** The mapping of a workbook: none, one that was written, or the one that is proposed. */
const mappingOf = async (sheets: FixtureBook, map: string | null | 'proposed') => {
  if (map === null) return null;
  return map === 'proposed' ? filledIn(await proposed(sheets)) : readMapping(map, 'map.yaml').mapping;
};

const columnNumber = (letters: string) => [...letters].reduce((sum, each) => sum * 26 + each.charCodeAt(0) - 64, 0);

/** The cells of ranges, as row and column. */
const expanded = (cells: string) =>
  cells.split(',').flatMap((range) => {
    const [first = '', last = first] = range.split(':');
    const place = (text: string) => [Number(text.replace(/\D/g, '')), columnNumber(text.replace(/\d/g, ''))] as const;
    const [[row, column], [lastRow, lastColumn]] = [place(first), place(last)];
    return Array.from({ length: lastRow - row + 1 }, (_, down) =>
      Array.from({ length: lastColumn - column + 1 }, (__, right) => ({ row: row + down, column: column + right })),
    ).flat();
  });

describe('Cells as a text', () => {
  const at = (row: number, column: number) => ({ row, column });

  test('side by side are a range, and equal ranges of successive rows are one', () => {
    expect(formatCells([])).toBeNull();
    expect(formatCells([at(12, 6)])).toBe('F12');
    expect(formatCells([at(12, 4), at(12, 2), at(12, 3), at(12, 6), at(12, 2)])).toBe('B12:D12,F12');
    expect(formatCells([at(3, 1), at(3, 2), at(4, 1), at(4, 2), at(6, 1)])).toBe('A3:B4,A6');
    expect(formatCells([at(3, 26), at(3, 27)])).toBe('Z3:AA3');
  });

  test('are the same cells again, whatever they are', () => {
    const place = fc.record({ row: fc.integer({ min: 1, max: 6 }), column: fc.integer({ min: 24, max: 30 }) });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1 }), (places) => {
        const text = formatCells(places) ?? '';
        expect(areCells(text)).toBe(true);
        const keys = (all: typeof places) => all.map(({ row, column }) => `${columnLetters(column)}${row}`).sort();
        expect(keys(expanded(text))).toEqual([...new Set(keys(places))]);
      }),
    );
  });
});

const bare = (id: string) => id.replace(/^[a-z]+:[^:]+:/, '');
type Imported = Awaited<ReturnType<typeof imported>>;
/** Of each row of a table what it is about, with its sheet and cells. */
function citedIn({ plain }: Imported, type: string): readonly string[] {
  const rows = [...plain.nodes, ...plain.edges].find(([name]) => name === type)?.[1] ?? [];
  return rows.map((row) => {
    const about = 'id' in row ? bare(row.id) : `${bare(row.from)} → ${bare(row.to)}`;
    const places = row.sources.map(({ document, cells }) => `${document.replace('workbook-', '')}!${cells}`);
    return `${about}: ${places.join(' ')}`;
  });
}

// What follows was read off the fixtures' rows by hand.
describe('Sources of a workbook in the headings of the template', () => {
  test('are the cells that have the values of a thing, and the one that names what it is linked with', async () => {
    const aoba = await imported(aobaCity);
    expect(citedIn(aoba, 'PolicyItem')).toEqual([
      '1-1: policy-items!A4:B4',
      '1-2: policy-items!A5:B5',
      '2-1: policy-items!A6:B6',
    ]);
    expect(citedIn(aoba, 'Project').slice(1, 4)).toEqual([
      '0102: projects!A3:B3,F3',
      '1-2:図書の購入: projects!B4,F4',
      // 健診特別会計 is no title of the law.
      '40123: projects!A5:B5',
    ]);
    expect(citedIn(aoba, 'PROJECT_OF')).toEqual([
      '0101 → 1-1: projects!C2',
      '0102 → 1-1: projects!D3',
      '1-2:図書の購入 → 1-2: projects!D4',
      '40123 → 2-1: projects!C5',
    ]);
    expect(citedIn(aoba, 'OWNED_BY').slice(1, 3)).toEqual([
      '1-1-2 → 子ども未来課: measures!D3',
      '1-1-2 → 健康・福祉課: measures!D3',
    ]);
    expect(citedIn(aoba, 'Department')[0]).toBe('子ども未来課: organisation!A2,C2');
    expect(citedIn(aoba, 'SUCCEEDS')).toEqual(['子ども未来課 → 児童課: organisation!E2']);
    expect(citedIn(aoba, 'Municipality')).toEqual(['990027: municipality!A3:G3']);
    expect(citedIn(aoba, 'RelatedPlan')).toEqual(['あおば市子ども計画: related-plans!A2,C2:D2']);
  });

  test('are those of a year and a step, without those that say that there is no value', async () => {
    const aoba = await imported(aobaCity);
    expect(citedIn(aoba, 'Observation').slice(0, 3)).toEqual([
      'K-1:2023: observations!B2:D2',
      'K-1:2024: observations!B3:C3',
      '2-1:健診の受診率:2023: observations!B4,D4',
    ]);
    // The settled amount of the second is －.
    expect(citedIn(aoba, 'Cost').slice(0, 2)).toEqual(['0101:2023: costs!B3:D3', '0101:2024: costs!B4:C4']);
    expect(citedIn(aoba, 'Evaluation')).toEqual([
      'measure:1-1-1:2023:一次: evaluations!A2:E2',
      'measure:2-1-1:2023:一次: evaluations!A3:F3',
      'measure:2-1-1:2023:外部: evaluations!A4:E4',
      'project:0101:2023: evaluations!A5:B5,E5',
    ]);
    expect(citedIn(aoba, 'GRADED_AS')[1]).toBe('measure:2-1-1:2023:一次 → 一次:B: evaluations!D3');
  });

  test('of what a sheet lists are the columns that list it, from their headings on', async () => {
    const aoba = await imported(aobaCity);
    const statements = citedIn(aoba, 'CoverageStatement');
    expect(statements).toContain('policy-item:1-1:sdgs:ADOPTED: policy-items!E3:E7');
    expect(statements).toContain('policy-item:1-1:measures:ADOPTED: measures!A1:F6');
    expect(statements).toContain('policy-item:1-1:projects:ADOPTED: projects!C1:D6');
  });
});

describe('Sources of a workbook of other headings', () => {
  test('are the first cells of merged ranges, and cells above empty ones', async () => {
    const hikari = await imported(hikariCity, readMapping(hikariMap, 'map.yaml').mapping);
    expect(citedIn(hikari, 'PolicyItem')).toEqual(['1-1: 体系表!B5', '1-2: 体系表!B7', '2-1: 体系表!B9']);
    expect(citedIn(hikari, 'IN_FIELD')).toEqual(['1-1 → 1: 体系表!A5', '1-2 → 1: 体系表!A5', '2-1 → 2: 体系表!A9']);
    expect(citedIn(hikari, 'PART_OF')).toEqual([
      '1-1-1 → 1-1: 体系表!B5',
      '1-1-2 → 1-1: 体系表!B5',
      '1-2-1 → 1-2: 体系表!B7',
      '2-1-1 → 2-1: 体系表!B9',
    ]);
    expect(citedIn(hikari, 'INDICATES')[1]).toBe('1-1:相談件数 → 1-1: 成果指標一覧!A3');
    // What the mapping file says has no cell.
    expect(citedIn(hikari, 'Municipality')).toEqual(['990035: map!null']);
  });

  test('are all the cells of which a code is made, of several columns of names the one that has it, and those of a form', async () => {
    const minato = await imported(minatoTown, readMapping(minatoMap, 'map.yaml').mapping);
    expect(citedIn(minato, 'Measure')[1]).toBe('1-2-1: 健康!A4:C4');
    expect(citedIn(minato, 'PART_OF')[1]).toBe('1-2-1 → 1-2: 健康!A4:B4');
    expect(citedIn(minato, 'OWNED_BY').slice(1, 3)).toEqual([
      '1-2-1 → 保健センター: 健康!D4',
      // The lookup makes 学校教育課 of what the cell has.
      '1-2-1 → 学校教育課: 健康!E4',
    ]);
    expect(citedIn(minato, 'Indicator')).toEqual([
      '1-1:受診率: 健康!F3:G3,J3',
      '1-2:朝食をとる児童: 健康!F4:G4,J4',
      '2-1:水揚げ量: 産業!F3:G3',
      '1-1:受診者: 健康!H3:J3',
    ]);
    expect(citedIn(minato, 'RelatedPlan')).toEqual(['健康みなと21: 計画調書1!C2,B3:C3']);
    expect(citedIn(minato, 'RELATES_TO')[0]).toBe('1-1 → 健康みなと21: 計画調書1!C4');
  });

  test('are those of the year where each year has columns of its own', async () => {
    const kawabe = await imported(kawabeProjects, await mappingOf(kawabeProjects, 'proposed'));
    expect(citedIn(kawabe, 'Cost')).toEqual([
      '101:2023: 事務事業一覧!F5:G5',
      '102:2023: 事務事業一覧!F6:G6',
      '101:2024: 事務事業一覧!H5',
      '102:2024: 事務事業一覧!H6',
      '201:2024: 事務事業一覧!H8',
    ]);
    const tsuki = await imported(tsukiIndicators, await mappingOf(tsukiIndicators, 'proposed'));
    expect(citedIn(tsuki, 'Observation').slice(3)).toEqual([
      '1-1:待機児童数:2023: 成果指標!H3:I3',
      // 集計中 is no value, but kept as it is written.
      '1-1:相談の満足度:2023: 成果指標!H4:I4',
      '2-1:健診の受診率:2023: 成果指標!H5',
    ]);
    expect(citedIn(tsuki, 'PolicyItem')[0]).toBe('1-1: 成果指標!A3:B4');
  });

  test('name the goal in the column that has it, in whatever form', async () => {
    const sheets = {
      施策: {
        rows: [
          ['番号', '施策', '主なSDGs', '他のSDGs'],
          ['1-1', '健診', '③', '目標13、17'],
        ],
      },
    };
    const { mapping } = readMapping(
      [
        'municipality: { 団体コード: 990035, 名称: 市, キー: x }',
        'tables:',
        '  - from: 施策',
        '    to: 施策',
        '    columns: { コード: 番号, 名称: 施策, SDGs: { join: [主なSDGs, 他のSDGs] } }',
      ].join('\n'),
      'map.yaml',
    );
    expect(citedIn(await imported(sheets, mapping), 'TOUCHES')).toEqual([
      '1-1 → sdg:3: policy-items!C2',
      '1-1 → sdg:13: policy-items!D2',
      '1-1 → sdg:17: policy-items!D2',
    ]);
  });
});

test('Sheets of a folder of workbooks are told apart, each with the date and checksum of its file', async () => {
  const { 事業費: costs, ...plan } = aobaCity;
  const files = { 'plan.xlsx': plan, 'costs.xlsx': { 事業費: costs as FixtureBook[string] } };
  const books = Object.entries(files).map(async ([name, sheets]) => readBook(await workbookOf(sheets), name));
  const { dataset, findings } = importBook(joinBooks('city', await Promise.all(books)), shared);
  expect(findings.errors).toEqual([]);
  const documents = withoutPlaces(dataset).nodes.get('SourceDocument') ?? [];
  const told = new Map(documents.map(({ id, values }) => [bare(id), values]));
  expect(told.get('workbook-costs-costs')).toMatchObject({ file_date: '2026-03-31' });
  expect(told.get('workbook-costs-costs')?.checksum).not.toBe(told.get('workbook-projects-plan')?.checksum);
  expect(dataset.nodes.get('Cost')?.[0]?.row.sources).toEqual([
    { stage: null, document: 'workbook-costs-costs', firstLine: 3, lastLine: 3, cells: 'B3:D3' },
  ]);
});

/** What rows tell of a year. */
const yearly: readonly string[] = ['Observation', 'Cost'];

/** What is looked for in cells as it was read: texts that are kept as written. */
const asWritten =
  /^(?:name|name_en|unit|mark|meaning|comment|step_name|direction_name|plan_name|key|(?:baseline|target|planned|actual)_text)$/;
/** What a mapping file gives by itself, or makes of the words in cells. */
const givenBy = (mapping: Mapping | null): readonly string[] =>
  (mapping?.tables ?? []).flatMap(({ columns }) =>
    [...columns.values()].flatMap(({ from, lookup }) => [
      ...from.flatMap((each) => (each.kind === 'constant' ? [each.text] : [])),
      ...lookup.values(),
    ]),
  );
/** Links of which the cell names the thing that is linked, not what it is linked with. */
const ofTheThing: readonly string[] = ['DIVISION_OF', 'FIELD_OF', 'SCALE_OF', 'RELATES_TO'];
const aboutAll: readonly string[] = ['SourceDocument', 'CoverageStatement', 'COVERAGE_OF'];

/** A cell as it is; one with a mark says what the heading of its column does. */
function markedBy(sheet: BookSheet | undefined, cell: BookCell | undefined, place: CellPlace | undefined) {
  if (!cell || !usualMarks.has(markKey(displayed(cell)))) return cell;
  const above = [...(sheet?.rows ?? [])].filter(([row]) => row < (place?.row ?? 0));
  const texts = above.map(([, cells]) => cells.get(place?.column ?? 0)).map((each) => (each ? displayed(each) : ''));
  return { ...cell, value: [displayed(cell), ...texts].join('\n') };
}

describe.each<readonly [string, FixtureBook, string | null]>([
  ['aoba', aobaCity, null],
  ['hikari', hikariCity, hikariMap],
  ['minato', minatoTown, minatoMap],
  ['kawabe', kawabeProjects, 'proposed'],
  ['tsuki', tsukiIndicators, 'proposed'],
  ...readdirSync(proposals)
    .sort()
    .map((name) => [name, proposal(name), 'proposed'] as const),
])('Of the workbook %s', (_name, sheets, map) => {
  const read = async () => {
    const mapping = await mappingOf(sheets, map);
    const book: Book = await readBook(await workbookOf(sheets), 'plan.xlsx');
    const { plain, sheets: tables } = await imported(sheets, mapping);
    const labels = new Map(tables.tables.map(({ source }) => [source.document, source.label]));
    const facts = [...plain.nodes, ...plain.edges].flatMap(([type, rows]) =>
      (rows as readonly (NodeRow | EdgeRow)[]).flatMap((row) =>
        row.sources.map(({ document, cells }) => {
          const sheet = book.sheets.find(({ label }) => label === labels.get(document));
          const places = cells === null ? [] : expanded(cells);
          const found = places.map((each) => sheet?.rows.get(each.row)?.get(each.column));
          return { type, row, cells, found: found.map((cell, index) => markedBy(sheet, cell, places[index])) };
        }),
      ),
    );
    return { facts, plain, given: givenBy(mapping), isTemplate: map === null };
  };
  let reading: Awaited<ReturnType<typeof read>>;
  beforeAll(async () => {
    reading = await read();
  });
  /** What cells say, each by itself and all as one. */
  const writtenIn = (found: readonly (BookCell | undefined)[]) => {
    const texts = found.map((cell) => (cell ? fold(displayed(cell)) : ''));
    return ['-', ''].map((between) => texts.join(between)).join(' ');
  };

  test('all cells that are cited are there, filled, and no parts of merged ones', () => {
    const { facts, isTemplate } = reading;
    const cited = facts.filter(({ cells, type }) => cells !== null && !aboutAll.includes(type));
    expect(cited.length).toBeGreaterThan(10);
    for (const { type, row, cells, found } of cited)
      for (const cell of found) {
        expect({ type, row, cells, cell }).toMatchObject({ cell: { mergedFrom: null } });
        expect({ type, row, cells, written: cell && displayed(cell) }).not.toMatchObject({ written: '' });
      }
    if (isTemplate) expect(facts.filter(({ cells }) => cells === null)).toEqual([]);
  });

  test('the cells of a thing hold its texts as they are written', () => {
    const { facts, given } = reading;
    for (const { type, row, found, cells } of facts) {
      if (!('values' in row) || cells === null) continue;
      // What is told of a year can stand in several rows, and of a thing in several sheets, each of which tells a part.
      const ofRow = facts.filter((other) => other.row === row);
      const isInParts = yearly.includes(type) || new Set(row.sources.map(({ document }) => document)).size > 1;
      const places = isInParts ? ofRow : [{ found }];
      const written = writtenIn(places.flatMap((place) => place.found));
      const { id, values } = row;
      for (const [column, value] of Object.entries(values))
        if ((asWritten.test(column) || column === 'code') && typeof value === 'string' && !given.includes(value))
          // The numbers of a code, and the names of which one is made, can stand in several cells.
          for (const part of value.split(column === 'code' ? '-' : ' '))
            expect({ id, column, cells, written }).toMatchObject({ written: expect.stringContaining(fold(part)) });
    }
  });

  test('the cell of a link names the thing at its other end', () => {
    const { facts, plain, given } = reading;
    const things = new Map(
      [...plain.nodes.values()].flat().map(({ id, values }) => [id, values as Readonly<Record<string, unknown>>]),
    );
    for (const { type, row, cells, found } of facts) {
      if (!('from' in row) || cells === null || aboutAll.includes(type)) continue;
      const id = ofTheThing.includes(type) ? row.from : row.to;
      const { name, code, mark, number } = things.get(id) ?? {};
      // Indicators have their codes in their ids only, and goals their numbers.
      const local = id.split(':').at(-1);
      const names = [name, code, mark, number, local].map((each) => String(each ?? '')).filter((each) => each !== '');
      const written = writtenIn(found);
      const isNamed = names.some((each) => given.includes(each) || written.includes(fold(each)));
      expect({ type, from: row.from, to: row.to, cells, written, isNamed }).toEqual({
        type,
        from: row.from,
        to: row.to,
        cells,
        written,
        isNamed: true,
      });
    }
  });
});
