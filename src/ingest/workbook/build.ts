/** From a workbook in the template's headings to a dataset, with the cell of every row for what is found later. */
import { type Description, describe, type EdgeName, type NodeName } from '../../model/declaration.js';
import { type Direction, directionOf } from '../../model/figures.js';
import { nodeNamed } from '../../model/model.js';
import { CellError } from '../dataset/cell.js';
import type { Cell, EdgeRow, NodeRow, SharedThings } from '../dataset/dataset.js';
import type { Located, LocatedDataset } from '../dataset/located-dataset.js';
import { meantCode } from '../dataset/slips.js';
import { nearest } from '../dataset/suggestions.js';
import { fileOf } from '../dataset/table.js';
import { validateDataset } from '../dataset/validate.js';
import type { Quantity } from '../documents/quantity.js';
import { type Book, type BookCell, placeOf } from './book.js';
import { displayed, readCode, readNames, readQuantity, readSdgs, readText, readYear } from './cells.js';
import { Findings } from './findings.js';
import { type ReadSheet, readSheets } from './sheets.js';
import type { TableRow } from './table.js';
import { directions, type SheetKey, template } from './template.js';
import { words } from './words.js';

/** What an adopted plan says. */
const stage = 'ADOPTED';

/** The tables that a sheet gives: one that is there without rows gives them empty, which is no table that got lost. */
const tablesOf: Partial<
  Record<SheetKey, { readonly nodes: readonly NodeName[]; readonly edges: readonly EdgeName[] }>
> = {
  organisation: { nodes: ['Department'], edges: ['DIVISION_OF'] },
  fields: { nodes: ['PolicyField'], edges: ['FIELD_OF'] },
  policyItems: { nodes: ['PolicyItem'], edges: ['IN_FIELD', 'TOUCHES'] },
  measures: { nodes: ['Measure'], edges: ['PART_OF', 'OWNED_BY'] },
  indicators: { nodes: ['Indicator'], edges: ['INDICATES'] },
  relatedPlans: { nodes: ['RelatedPlan'], edges: ['RELATES_TO'] },
};

/** How many numbers the codes of a type usually have. */
const parts = { policyItem: 2, measure: 3 };

type Row = TableRow<string>;

/** What a workbook gives. */
export interface Imported {
  readonly key: string;
  readonly name: string;
  readonly dataset: LocatedDataset;
  readonly sheets: ReturnType<typeof readSheets>;
  readonly findings: Findings;
}

/** A thing that others refer to by its code or its name. */
interface Named {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
}

const fold = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** Stand for the code and the name of a thing where they are not known. */
const anyCode = '?code';
const anyName = '?name';

/** The end of an id, made of a name. */
const slug = (name: string) => name.normalize('NFKC').replace(/[\s|:@]+/g, '');

export function importBook(book: Book, shared: SharedThings): Imported {
  return new Importer(book, shared).run();
}

class Importer {
  readonly #findings = new Findings();
  readonly #book: Book;
  readonly #shared: SharedThings;
  readonly #sheets: ReturnType<typeof readSheets>;
  readonly #nodes = new Map<NodeName, Located<NodeRow>[]>();
  readonly #edges = new Map<EdgeName, Located<EdgeRow>[]>();
  /** Where each row of the dataset comes from, by its number. */
  readonly #places: {
    readonly sheet: SheetKey;
    readonly row: number;
    readonly columns: Readonly<Record<string, string>>;
  }[] = [];
  readonly #ids = new Map<string, string>();
  /** Things whose code could not be read, by what refers to them: what follows from that is not said. */
  readonly #broken = new Map<ReadonlyMap<string, Named>, string[]>();
  #key = '';

  constructor(book: Book, shared: SharedThings) {
    this.#book = book;
    this.#shared = shared;
    this.#sheets = readSheets(book, this.#findings);
  }

  run(): Imported {
    const city = this.#municipality();
    const departments = this.#departments();
    const fields = this.#fields();
    const policyItems = this.#policyItems(fields, city.plan ?? city.name);
    const measures = this.#measures(policyItems, departments);
    this.#indicators(policyItems, measures);
    this.#relatedPlans(policyItems);
    if ([fields, policyItems, measures].every(({ size }) => size === 0) && this.#findings.errors.length === 0)
      this.#findings.error(this.#book.fileName, null, null, words.noLevel(['分野', '施策', '取組']));
    this.#documents(city);
    for (const key of this.#sheets.read.keys()) {
      for (const name of tablesOf[key]?.nodes ?? []) if (!this.#nodes.has(name)) this.#nodes.set(name, []);
      for (const type of tablesOf[key]?.edges ?? []) if (!this.#edges.has(type)) this.#edges.set(type, []);
    }
    const dataset = { nodes: this.#nodes, edges: this.#edges, texts: new Map() };
    this.#validate(dataset, this.#findings.errors.length === 0);
    return { key: this.#key, name: city.name, dataset, sheets: this.#sheets, findings: this.#findings };
  }

  // Sheets.

  #municipality() {
    const sheet = this.#sheet('municipality');
    const [row, ...more] = sheet?.rows ?? [];
    const none = { name: '', nameEn: null, plan: null, id: '' };
    if (!sheet || !row) {
      // Where the heading is wrong, that was said.
      if (this.#findings.errors.length === 0)
        this.#findings.error(template.municipality.name, null, null, words.missingSheet(template.municipality.name));
      return none;
    }
    if (more.length > 0) this.#findings.error(sheet.name, more[0]?.row ?? null, null, words.oneCity(more.length + 1));
    const read = this.#reader('municipality', row);
    const code = read('code', (cell) => displayed(cell).normalize('NFKC').replace(/[\s-]/g, ''));
    const name = read('name', readText) ?? '';
    const nameEn = read('nameEn', readText);
    const plan = read('plan', readText);
    this.#key = read('key', (cell) => displayed(cell).normalize('NFKC')) ?? '';
    if (this.#key !== '' && (!/^[a-z][a-z0-9-]*$/.test(this.#key) || this.#key === 'sdg')) {
      this.#error('municipality', row, 'key', words.badKey(this.#key));
      this.#key = '';
    }
    const id = this.#id('municipality', code ?? '');
    this.#add(
      'municipality',
      row,
      'Municipality',
      id,
      { name, name_en: nameEn, key: this.#key, code },
      { code: 'code', key: 'key', id: 'code' },
      null,
    );
    return { name, nameEn, plan, id };
  }

  #departments() {
    const departments = new Map<string, Named>();
    for (const row of this.#sheet('organisation')?.rows ?? []) {
      const read = this.#reader('organisation', row);
      const name = read('name', readText);
      if (name !== null) this.#department(departments, name, read('nameEn', readText), 'organisation', row);
    }
    return departments;
  }

  #department(
    known: Map<string, Named>,
    name: string,
    nameEn: string | null,
    sheet: SheetKey,
    row: Row,
  ): string | null {
    const id = this.#id('department', slug(name));
    if (!this.#isNew(id, name, sheet, row, 'name')) return null;
    known.set(fold(name), { id, code: null, name });
    this.#add(sheet, row, 'Department', id, { name, name_en: nameEn }, { id: 'name', name: 'name' }, null);
    this.#link(sheet, row, 'DIVISION_OF', id, this.#city(), null);
    return id;
  }

  #fields() {
    const fields = new Map<string, Named>();
    for (const row of this.#sheet('fields')?.rows ?? []) {
      const read = this.#reader('fields', row);
      const number = read('number', (cell) => {
        const code = readCode(cell, 1).replace(/^第(\d+)章?$|^(\d+)章$/, '$1$2');
        if (!/^\d{1,6}$/.test(code)) throw new CellError(describe('a whole number', '整数'), displayed(cell));
        return Number(code);
      });
      const name = read('name', readText);
      if (number === null || name === null) {
        this.#breakOff(fields, number === null ? null : String(number), name);
        continue;
      }
      this.#field(fields, number, name, read('nameEn', readText), 'fields', row);
    }
    return fields;
  }

  #field(known: Map<string, Named>, number: number, name: string, nameEn: string | null, sheet: SheetKey, row: Row) {
    const id = this.#id('policy-field', String(number));
    if (!this.#isNew(id, String(number), sheet, row, sheet === 'fields' ? 'number' : 'field')) return null;
    known.set(id, { id, code: String(number), name });
    this.#add(
      sheet,
      row,
      'PolicyField',
      id,
      { name, name_en: nameEn, number },
      { id: 'number', number: 'number', name: 'name' },
    );
    this.#link(sheet, row, 'FIELD_OF', id, this.#city());
    return id;
  }

  #policyItems(fields: Map<string, Named>, plan: string) {
    const items = new Map<string, Named>();
    const goals = new Map(
      (this.#shared.get('Sdg') ?? []).map(({ values }) => [fold(String(values.name)), Number(values.number)]),
    );
    const rows = this.#sheet('policyItems')?.rows ?? [];
    const listed = fields.size > 0 || (this.#sheet('fields')?.rows.length ?? 0) > 0;
    const named = rows.some(({ cells }) => cells.field !== undefined);
    const places = new Map<string, number>();
    for (const row of rows) {
      const read = this.#reader('policyItems', row);
      const code = read('code', (cell) => readCode(cell, parts.policyItem));
      const name = read('name', readText);
      const sdgs = read('sdgs', (cell) => readSdgs(cell, goals)) ?? [];
      const field = this.#fieldOf(row, fields, { listed, named, plan });
      if (code === null || name === null) {
        this.#breakOff(items, code, name);
        continue;
      }
      const id = this.#id('policy-item', code);
      if (!this.#isNew(id, code, 'policyItems', row, 'code')) {
        this.#breakOff(items, null, name);
        continue;
      }
      const place = (places.get(field ?? '') ?? 0) + 1;
      places.set(field ?? '', place);
      items.set(id, { id, code, name });
      const number = Number(/(\d{1,6})$/.exec(code)?.[1] ?? place);
      this.#add(
        'policyItems',
        row,
        'PolicyItem',
        id,
        { name, name_en: read('nameEn', readText), code, number, collaboration_stages: [] },
        { id: 'code', code: 'code', name: 'name' },
      );
      if (field) this.#link('policyItems', row, 'IN_FIELD', id, field, stage, 'field');
      for (const goal of sdgs) this.#link('policyItems', row, 'TOUCHES', id, `sdg:${goal}`, stage, 'sdgs');
    }
    return items;
  }

  /** The field of a policy item: one of the sheet 分野, else one made of the name that is given, else one for all. */
  #fieldOf(
    row: Row,
    fields: Map<string, Named>,
    { listed, named, plan }: { listed: boolean; named: boolean; plan: string },
  ) {
    const cell = row.cells.field;
    if (!cell) {
      if (listed || named) {
        this.#error('policyItems', row, 'field', words.allWithField);
        return null;
      }
      const [known] = fields.values();
      if (known) return known.id;
      this.#findings.remark(template.policyItems.name, null, null, words.inventedField(plan));
      return this.#field(fields, 1, plan, null, 'policyItems', row);
    }
    if (listed) return this.#referred(fields, 'policyItems', row, 'field', template.fields.name, 1)?.id ?? null;
    const read = this.#reader('policyItems', row);
    const name = read('field', readText);
    if (name === null) return null;
    const known = [...fields.values()].find((field) => fold(field.name) === fold(name));
    if (known) return known.id;
    this.#remark('policyItems', row, 'field', words.fieldFromName(name));
    return this.#field(fields, fields.size + 1, name, null, 'policyItems', row);
  }

  #measures(items: Map<string, Named>, departments: Map<string, Named>) {
    const measures = new Map<string, Named>();
    const listed = departments.size > 0;
    const places = new Map<string, number>();
    for (const row of this.#sheet('measures')?.rows ?? []) {
      const read = this.#reader('measures', row);
      const code = read('code', (cell) => readCode(cell, parts.measure));
      const name = read('name', readText);
      const item = this.#referred(items, 'measures', row, 'policyItem', template.policyItems.name, parts.policyItem);
      if (items.size > 0 && !row.cells.policyItem) this.#error('measures', row, 'policyItem', words.noPolicyItem);
      const owners = read('departments', (cell) => readNames(cell, (each) => departments.has(fold(each)))) ?? [];
      if (code === null || name === null) continue;
      const id = this.#id('measure', code);
      if (!this.#isNew(id, code, 'measures', row, 'code')) continue;
      const place = (places.get(item?.id ?? '') ?? 0) + 1;
      places.set(item?.id ?? '', place);
      measures.set(id, { id, code, name });
      const number = Number(/(\d{1,6})$/.exec(code)?.[1] ?? place);
      this.#add(
        'measures',
        row,
        'Measure',
        id,
        { name, name_en: read('nameEn', readText), code, number, name_only: false },
        { id: 'code', code: 'code', name: 'name' },
      );
      if (item) this.#link('measures', row, 'PART_OF', id, item.id, stage, 'policyItem');
      for (const owner of owners) {
        const department = departments.get(fold(owner));
        if (department) this.#link('measures', row, 'OWNED_BY', id, department.id, stage, 'departments');
        else if (listed)
          this.#error(
            'measures',
            row,
            'departments',
            words.unknown(
              template.organisation.name,
              owner,
              nearest(
                owner,
                [...departments.values()].map((each) => each.name),
              ),
            ),
          );
        else {
          const made = this.#department(departments, owner, null, 'measures', row);
          if (made) this.#link('measures', row, 'OWNED_BY', id, made, stage, 'departments');
        }
      }
    }
    return measures;
  }

  #indicators(items: Map<string, Named>, measures: Map<string, Named>) {
    const places = new Map<string, number>();
    for (const row of this.#sheet('indicators')?.rows ?? []) {
      const read = this.#reader('indicators', row);
      const name = read('name', readText);
      const code = read('code', (cell) => readCode(cell, 2));
      const item = this.#subject(row, items, measures);
      const unit = read('unit', readText);
      const direction = read('direction', readDirection) as Direction | null;
      const figures = {
        baseline: this.#quantity(row, 'baseline', unit),
        target: this.#quantity(row, 'target', unit),
        baselineYear: read('baselineYear', readYear),
        targetYear: read('targetYear', readYear),
      };
      if (name === null) continue;
      const { baseline, target } = figures;
      const id = this.#id('indicator', code ?? [item?.code, slug(name)].filter(Boolean).join(':'));
      if (!this.#isNew(id, code ?? name, 'indicators', row, code ? 'code' : 'name')) continue;
      const number = (places.get(item?.id ?? '') ?? 0) + 1;
      places.set(item?.id ?? '', number);
      const known = {
        baseline: baseline?.value ?? null,
        target: target?.value ?? null,
        comparator: target?.comparator ?? null,
      };
      this.#add(
        'indicators',
        row,
        'Indicator',
        id,
        {
          name,
          name_en: read('nameEn', readText),
          number,
          roles: target ? ['OUTCOME'] : ['STATUS'],
          unit: unit ?? target?.unit ?? baseline?.unit ?? null,
          direction: directionOf({ direction, ...known }),
          ...quantityColumns('baseline', baseline, figures.baselineYear),
          ...quantityColumns('target', target, figures.targetYear),
        },
        { id: code ? 'code' : 'name', name: 'name' },
      );
      if (item) this.#link('indicators', row, 'INDICATES', id, item.id, stage, 'subject');
    }
  }

  /** The policy item of an indicator; of one that measures something else, none, which is said. */
  #subject(row: Row, items: Map<string, Named>, measures: Map<string, Named>): Named | null {
    const cell = row.cells.subject;
    if (!cell) return null;
    const text = displayed(cell);
    if (!find(items, text) && find(measures, text)) {
      this.#remark('indicators', row, 'subject', words.indicatorOfMeasure(text));
      return null;
    }
    return this.#referred(items, 'indicators', row, 'subject', template.policyItems.name, parts.policyItem);
  }

  #quantity(row: Row, column: 'baseline' | 'target', unit: string | null): Quantity | null {
    const quantity = this.#reader('indicators', row)(column, readQuantity);
    if (!quantity) return null;
    // A dash says that there is none.
    if (quantity.value === null && /\d/.test(quantity.text.normalize('NFKC')))
      this.#remark('indicators', row, column, words.unreadFigure);
    if (quantity.unit && unit && fold(quantity.unit) !== fold(unit))
      this.#remark('indicators', row, column, words.otherUnit(quantity.unit, unit));
    return { ...quantity, unit: quantity.unit ?? (quantity.value === null ? null : unit) };
  }

  #relatedPlans(items: Map<string, Named>) {
    for (const row of this.#sheet('relatedPlans')?.rows ?? []) {
      const read = this.#reader('relatedPlans', row);
      const name = read('name', readText);
      const start = read('start', readYear);
      const end = read('end', readYear);
      if (start !== null && end !== null && end < start) this.#error('relatedPlans', row, 'end', words.endBeforeStart);
      const named = read('policyItems', (cell) => readNames(cell, (text) => find(items, text) !== null)) ?? [];
      const targets = new Set(
        named.flatMap(
          (text) =>
            this.#found(items, text, 'relatedPlans', row, 'policyItems', template.policyItems.name, parts.policyItem)
              ?.id ?? [],
        ),
      );
      if (name === null) continue;
      const id = this.#id('related-plan', slug(name));
      if (!this.#isNew(id, name, 'relatedPlans', row, 'name')) continue;
      const text =
        start === null && end === null
          ? null
          : [row.cells.start, row.cells.end].map((cell) => (cell ? displayed(cell) : '')).join('～');
      this.#add(
        'relatedPlans',
        row,
        'RelatedPlan',
        id,
        {
          name,
          name_en: read('nameEn', readText),
          period_text: text,
          period_start_fiscal_year: start,
          period_end_fiscal_year: end,
        },
        { id: 'name', name: 'name' },
      );
      for (const target of targets) this.#link('relatedPlans', row, 'RELATES_TO', target, id, stage, 'policyItems');
    }
  }

  /** A source document for each sheet that gave rows, with as many lines as the sheet has rows. */
  #documents(city: { readonly name: string; readonly nameEn: string | null; readonly plan: string | null }) {
    for (const sheet of this.#sheets.read.values()) {
      if (!sheet.declared.imported || sheet.rows.length === 0) continue;
      const { fileName, checksum } = this.#book;
      const title = `${city.plan ?? city.name}（${fileName}「${sheet.name}」）`;
      const id = this.#id('source-document', sheet.declared.document);
      const values = {
        name: title,
        name_en: `${fileName}, sheet ${sheet.name}`,
        title,
        document_kind: 'workbook',
        publisher: city.name,
        publisher_en: city.nameEn,
        line_count: sheet.lastRow,
        checksum,
      };
      push(this.#nodes, 'SourceDocument', {
        row: { id, values: { aliases: [], misspellings: [], ...values }, stages: [], effective: true, sources: [] },
        line: this.#place(sheet.key, sheet.headingRow, {}),
      });
    }
  }

  // Cells and references.

  #sheet(key: SheetKey): ReadSheet | null {
    return this.#sheets.read.get(key) ?? null;
  }

  #reader(sheet: SheetKey, row: Row) {
    return <Value>(column: string, read: (cell: BookCell) => Value): Value | null => {
      const cell = row.cells[column];
      if (!cell) {
        const declared = this.#sheet(sheet)?.declared.columns[column];
        // A column that is missing as a whole was reported.
        if (declared?.required && this.#sheet(sheet)?.columns[column] !== undefined)
          this.#error(sheet, row, column, words.empty(declared.heading));
        return null;
      }
      try {
        return read(cell);
      } catch (error) {
        if (!(error instanceof CellError)) throw error;
        this.#error(sheet, row, column, error.words);
        return null;
      }
    };
  }

  #error(sheet: SheetKey, row: Row, column: string | null, sentence: Description) {
    const read = this.#sheet(sheet);
    this.#findings.error(read?.name ?? '', row.row, column === null ? null : (read?.columns[column] ?? null), sentence);
  }

  #remark(sheet: SheetKey, row: Row, column: string, sentence: Description) {
    const read = this.#sheet(sheet);
    this.#findings.remark(read?.name ?? '', row.row, read?.columns[column] ?? null, sentence);
  }

  /** What the only name or code in a cell refers to. */
  #referred(
    known: ReadonlyMap<string, Named>,
    sheet: SheetKey,
    row: Row,
    column: string,
    target: string,
    codeParts: number,
  ): Named | null {
    const cell = row.cells[column];
    return cell ? this.#found(known, displayed(cell), sheet, row, column, target, codeParts) : null;
  }

  #found(
    known: ReadonlyMap<string, Named>,
    text: string,
    sheet: SheetKey,
    row: Row,
    column: string,
    target: string,
    codeParts: number,
  ): Named | null {
    const found = find(known, text);
    if (found || this.#isBroken(known, text)) return found;
    const slip = meantCode(text, codeParts);
    if (slip)
      this.#error(
        sheet,
        row,
        column,
        new CellError(
          describe(`a code or name of the sheet ${target}`, `シート「${target}」のコードか名称`),
          text,
          slip,
        ).words,
      );
    else
      this.#error(
        sheet,
        row,
        column,
        words.unknown(
          target,
          text,
          nearest(
            text,
            [...known.values()].flatMap(({ code, name }) => (code ? [code, name] : [name])),
          ),
        ),
      );
    return null;
  }

  /** Notes a thing whose code or name is not known, which was said: whoever refers to an unknown one may mean it. */
  #breakOff(known: ReadonlyMap<string, Named>, code: string | null, name: string | null) {
    for (const each of [code ?? anyCode, name ?? anyName]) push(this.#broken, known, each);
  }

  #isBroken(known: ReadonlyMap<string, Named>, text: string): boolean {
    const broken = this.#broken.get(known) ?? [];
    const wanted = fold(text);
    return (
      broken.some((each) => fold(each) === wanted) ||
      broken.includes(/^\d/.test(wanted) ? anyCode : anyName) ||
      (broken.includes(anyName) && /^\d[\d-]*[^\d-]/.test(wanted))
    );
  }

  // Rows of the dataset.

  #id(word: string, local: string): string {
    return `${this.#key}:${word}:${local}`;
  }

  #city(): string {
    return this.#nodes.get('Municipality')?.[0]?.row.id ?? '';
  }

  /** Whether nothing has the id yet; else the place of the other is said. */
  #isNew(id: string, what: string, sheet: SheetKey, row: Row, column: string): boolean {
    const other = this.#ids.get(id);
    const read = this.#sheet(sheet);
    const place = placeOf(read?.name ?? '', row.row, read?.columns[column] ?? null);
    if (other === undefined) this.#ids.set(id, place);
    else this.#error(sheet, row, column, words.repeated(what, other));
    return other === undefined;
  }

  #place(sheet: SheetKey, row: number, columns: Readonly<Record<string, string>>): number {
    this.#places.push({ sheet, row, columns });
    return this.#places.length - 1;
  }

  #provenance(sheet: SheetKey, { row, lastRow }: Row, at: typeof stage | null) {
    const { document } = template[sheet];
    return {
      stages: at ? [at] : [],
      effective: true,
      sources: [{ stage: at, document, firstLine: row, lastLine: lastRow }],
    };
  }

  /** `columns` says which column of the sheet a column of the dataset comes from. */
  #add(
    sheet: SheetKey,
    row: Row,
    type: NodeName,
    id: string,
    values: Readonly<Record<string, Cell>>,
    columns: Readonly<Record<string, string>>,
    at: typeof stage | null = stage,
  ) {
    const node = { id, values: { aliases: [], misspellings: [], ...values }, ...this.#provenance(sheet, row, at) };
    push(this.#nodes, type, { row: node, line: this.#place(sheet, row.row, columns) });
  }

  #link(
    sheet: SheetKey,
    row: Row,
    type: EdgeName,
    from: string,
    to: string,
    at: typeof stage | null = stage,
    column: string | null = null,
  ) {
    const columns = column === null ? {} : { from: column, to: column };
    push(this.#edges, type, {
      row: { from, to, printedAs: null, ...this.#provenance(sheet, row, at) },
      line: this.#place(sheet, row.row, columns),
    });
  }

  /**
   * What the checks of a dataset find, said of the cells from which its rows come. Where rows lack, as something is wrong
   * with their cells, only what is wrong with the city itself: the rest follows from that.
   */
  #validate(dataset: LocatedDataset, isWhole: boolean) {
    const cities = fileOf(nodeNamed('Municipality'));
    for (const { file, rows, column, message, messageJa } of validateDataset(dataset, this.#shared)) {
      if (!isWhole && (file !== cities || column !== 'code')) continue;
      const sentence = describe(message, messageJa);
      if (rows.length === 0) this.#findings.error(file, null, null, sentence);
      for (const line of rows) {
        const place = this.#places[line];
        if (!place) throw new Error(`expected a place for row ${line} of ${file}`);
        const sheet = this.#sheet(place.sheet);
        const letter = sheet?.columns[place.columns[column ?? ''] ?? ''] ?? null;
        this.#findings.error(sheet?.name ?? file, place.row, letter, sentence);
      }
    }
  }
}

/** The thing that a text names by its code, its name, or both: 1-1, 子育て支援, 「1-1 子育て支援」. */
function find(known: ReadonlyMap<string, Named>, text: string): Named | null {
  const wanted = fold(text).replace(/(?<=\d)[\u2010-\u2015\u2212\u30fc\uff70](?=\d)/g, '-');
  const things = [...known.values()];
  const keyed = (keys: (thing: Named) => readonly string[]) =>
    things.filter((thing) => keys(thing).map(fold).includes(wanted));
  const byCode = keyed(({ code }) => (code ? [code] : []));
  const byName = byCode.length > 0 ? byCode : keyed(({ code, name }) => (code ? [name, `${code}${name}`] : [name]));
  // A name that two things have names neither.
  return byName.length === 1 ? (byName[0] ?? null) : null;
}

function readDirection(cell: BookCell): string {
  const text = displayed(cell).normalize('NFKC');
  const arrows: Readonly<Record<string, string>> = {
    '↑': 'INCREASE',
    '↗': 'INCREASE',
    '↓': 'DECREASE',
    '↘': 'DECREASE',
    '→': 'MAINTAIN',
  };
  const found = Object.entries({ ...directions, ...arrows }).find(([word]) => word === text)?.[1];
  if (found) return found;
  const expected = Object.keys(directions);
  throw new CellError(describe(`one of ${expected.join(', ')}`, `${expected.join('、')} のいずれか`), text);
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

const quantityColumns = (field: string, quantity: Quantity | null, year: number | null) => ({
  [`${field}_text`]: quantity?.text ?? null,
  [`${field}_value`]: quantity?.value ?? null,
  [`${field}_unit`]: quantity?.unit ?? null,
  [`${field}_comparator`]: quantity?.comparator ?? null,
  [`${field}_year`]: year,
});
