/** A mapping file as it was read: for each table the sheets it stands in, and for each column where its values come from. */
import { createHash } from 'node:crypto';
import { nearest } from '../../dataset/suggestions.js';
import { nameKey } from '../sheets.js';
import { type SheetKey, type TemplateSheet, template } from '../template.js';
import { cellText, letterText, mappingShape } from './mapping-shape.js';
import { markKey, usualMarks } from './marks.js';
import { type Entries, type Place, type Problem, readShaped, type Text, type Told } from './shape.js';
import { words } from './words.js';

/** Where a value comes from. */
export type From = { readonly at: Place } & (
  | { readonly kind: 'heading'; readonly heading: string }
  | { readonly kind: 'letter'; readonly column: number }
  | { readonly kind: 'cell'; readonly row: number; readonly column: number }
  | { readonly kind: 'constant'; readonly text: string }
);

/** How the values of a column are taken. */
export interface Taken {
  readonly from: readonly From[];
  /** What stands between them. */
  readonly between: string;
  /** Only the first of them that is filled is taken. */
  readonly isFirst: boolean;
  /** The marks by which a column gives its heading, by their keys; null where columns give what is in their cells. */
  readonly marks: ReadonlySet<string> | null;
  readonly lookup: ReadonlyMap<string, string>;
  readonly blankAbove: boolean;
  readonly take: 'code' | 'rest' | null;
}

export interface MappedTable extends Place {
  readonly to: SheetKey;
  /** Whether its rows tell more of what other tables list. */
  readonly isAdding: boolean;
  readonly sheets: readonly Text[];
  readonly file: Text | null;
  readonly headingRow: number | null;
  readonly distinct: boolean;
  /** The columns of which a row has to have one of some words, by their keys, to be read. */
  readonly where: readonly {
    readonly from: From & { readonly kind: 'heading' };
    readonly words: ReadonlySet<string>;
  }[];
  /** By the keys of the template's columns. */
  readonly columns: ReadonlyMap<string, Taken>;
}

/** The row of the municipality. */
export interface MappedCity {
  readonly firstLine: number;
  readonly lastLine: number;
  /** By the keys of the template's columns. */
  readonly values: ReadonlyMap<string, Text>;
}

export interface Mapping {
  readonly fileName: string;
  readonly checksum: string;
  readonly lines: number;
  readonly city: MappedCity | null;
  readonly tables: readonly MappedTable[];
  readonly ignored: readonly Text[];
}

/** Reads a mapping file; null where something is wrong with it. */
export function readMapping(
  text: string,
  fileName: string,
): { readonly mapping: Mapping | null; readonly problems: readonly Problem[] } {
  const { told, problems } = readShaped(text, mappingShape);
  const root = told?.kind === 'entries' ? told : null;
  if (!root || problems.length > 0) return { mapping: null, problems };
  const compiled = new Compiler(root);
  const mapping: Mapping = {
    fileName: fileName.normalize('NFC'),
    checksum: createHash('sha256').update(text).digest('hex'),
    lines: text.split('\n').length,
    city: compiled.city(),
    tables: itemsOf(valueAt(root, 'tables')).flatMap((table) =>
      table.kind === 'entries' ? compiled.tables(table) : [],
    ),
    ignored: textsOf(valueAt(root, 'ignore')),
  };
  return { mapping: compiled.problems.length > 0 ? null : mapping, problems: compiled.problems };
}

const valueAt = (entries: Entries, name: string): Told | null => entries.entries.get(name)?.value ?? null;
const itemsOf = (told: Told | null): readonly Told[] => (told?.kind === 'list' ? told.items : told ? [told] : []);
const textsOf = (told: Told | null): readonly Text[] =>
  itemsOf(told).filter((item): item is Text => item.kind === 'text');
const textOf = (told: Told | null): Text | null => textsOf(told)[0] ?? null;

/** The number of a column by its letters: A → 1, AA → 27. */
const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** A text that holds no {name}, as the file writes it. */
export const withPlainBraces = (text: string): string => text.replace(/[{}]/g, '$&$&');

/** What stands between values that are several, not one in parts. */
export const lines = '\n';

const keyOf = (sheet: SheetKey, heading: string): string | undefined =>
  Object.entries((template[sheet] as TemplateSheet).columns).find(([, column]) => column.heading === heading)?.[0];

type Values = ReadonlyMap<string, string>;

/** The value of 行+1: the number that is as far from that of 行; undefined where there is none. */
function shifted(name: string, values: Values): string | undefined {
  const [, base = '', step = ''] = /^(.+?)([+-]\d+)$/.exec(name) ?? [];
  const value = values.get(base);
  return value !== undefined && /^\d+$/.test(value) ? String(Number(value) + Number(step)) : undefined;
}

/** A table for each value of `for` is meant for years and numbers, of which there are few. */
const mostVariants = 200;

class Compiler {
  readonly problems: Problem[] = [];
  readonly #root: Entries;
  readonly #lookups: ReadonlyMap<string, Told>;

  constructor(root: Entries) {
    this.#root = root;
    const lookups = valueAt(root, 'lookups');
    this.#lookups = new Map(
      lookups?.kind === 'entries' ? [...lookups.entries].map(([name, { value }]) => [name, value]) : [],
    );
  }

  city(): MappedCity | null {
    const told = valueAt(this.#root, 'municipality');
    if (told?.kind !== 'entries') return null;
    const values = [...told.entries].flatMap(([heading, { value }]) => {
      const key = keyOf('municipality', heading);
      return key !== undefined && value.kind === 'text' ? [[key, value] as const] : [];
    });
    return { firstLine: told.line, lastLine: told.lastLine, values: new Map(values) };
  }

  /** The tables of an entry: one, or one for each set of values of `for`. */
  tables(entry: Entries): readonly MappedTable[] {
    const added = textOf(valueAt(entry, 'addsTo'))?.text;
    const name = added ?? textOf(valueAt(entry, 'to'))?.text;
    const to = (Object.keys(template) as SheetKey[]).find((key) => template[key].name === name);
    const columns = valueAt(entry, 'columns');
    if (!to || columns?.kind !== 'entries') return [];
    const row = textOf(valueAt(entry, 'headingRow'));
    return this.#variants(valueAt(entry, 'for')).map((values) => ({
      line: entry.line,
      column: entry.column,
      to,
      isAdding: added !== undefined,
      sheets: textsOf(valueAt(entry, 'from')).map((sheet) => this.#filled(sheet, values)),
      file: textOf(valueAt(entry, 'file')),
      headingRow: row ? Number(row.text) : null,
      distinct: textOf(valueAt(entry, 'distinct'))?.text === 'true',
      where: this.#where(valueAt(entry, 'where'), values),
      columns: new Map(
        [...columns.entries].flatMap(([heading, { value }]) => {
          const key = keyOf(to, heading);
          return key === undefined ? [] : [[key, this.#taken(value, values)] as const];
        }),
      ),
    }));
  }

  /** Every combination of the values of `for`, the first name varying slowest. */
  #variants(told: Told | null): readonly Values[] {
    if (told?.kind !== 'entries') return [new Map()];
    const count = [...told.entries.values()].reduce((product, { value }) => product * textsOf(value).length, 1);
    if (count > mostVariants) {
      this.#say(told, words.tooManyVariants(count, mostVariants));
      return [];
    }
    return [...told.entries].reduce<readonly Values[]>(
      (variants, [name, { value }]) =>
        variants.flatMap((each) => textsOf(value).map(({ text }) => new Map([...each, [name, text]]))),
      [new Map()],
    );
  }

  /** A text with {name} replaced by the value of the name, and {name+1} by the number behind it; {{ and }} are braces. */
  #filled(told: Text, values: Values): Text {
    const text = told.text.replace(/\{\{|\}\}|\{([^{}]*)\}/g, (whole, name: string | undefined) => {
      if (name === undefined) return whole.slice(1);
      const value = values.get(name) ?? shifted(name, values);
      if (value !== undefined) return value;
      this.#say(told, words.noVariable(name, [...values.keys()]));
      return whole;
    });
    return { ...told, text };
  }

  #where(told: Told | null, values: Values): MappedTable['where'] {
    if (told?.kind !== 'entries') return [];
    return [...told.entries].map(([heading, { at, value }]) => {
      const { text } = this.#filled({ kind: 'text', ...at, text: heading }, values);
      const found = textsOf(value).map((word) => nameKey(this.#filled(word, values).text));
      return { from: { at, kind: 'heading', heading: text }, words: new Set(found) };
    });
  }

  #taken(told: Told, values: Values): Taken {
    const plain = {
      between: lines,
      isFirst: false,
      marks: null,
      lookup: new Map(),
      blankAbove: false,
      take: null,
    } as const;
    if (told.kind !== 'entries') return { ...plain, from: itemsOf(told).map((item) => this.#from(item, values)) };
    const take = textOf(valueAt(told, 'take'))?.text;
    const first = valueAt(told, 'first');
    const marked = valueAt(told, 'marked');
    const several = first ?? marked ?? valueAt(told, 'join');
    const marks = textsOf(valueAt(told, 'marks')).map(({ text }) => markKey(text));
    return {
      from: several ? itemsOf(several).map((item) => this.#from(item, values)) : [this.#from(told, values)],
      between: textOf(valueAt(told, 'with'))?.text ?? plain.between,
      isFirst: first !== null,
      marks: marked === null ? null : marks.length > 0 ? new Set(marks) : usualMarks,
      lookup: this.#lookup(valueAt(told, 'lookup')),
      blankAbove: textOf(valueAt(told, 'blank'))?.text === 'above',
      take: take === 'code' || take === 'rest' ? take : null,
    };
  }

  #from(told: Told, values: Values): From {
    const of = (name: string) => (told.kind === 'entries' ? textOf(valueAt(told, name)) : null);
    const heading = told.kind === 'text' ? told : of('heading');
    const letter = of('letter');
    const cell = of('cell');
    const constant = of('constant');
    const given = heading ?? letter ?? cell ?? constant;
    if (!given) throw new Error('expected a heading, letter, cell or constant, as the shape has it');
    const { line, column, text } = this.#filled(given, values);
    const place = { at: { line, column } };
    if (heading) return { ...place, kind: 'heading', heading: text };
    const wanted = letter ? letterText : cell ? cellText : null;
    if (wanted !== null && !new RegExp(`^${wanted}$`).test(text)) this.#say(given, words.noPlace(given.text, text));
    if (letter) return { ...place, kind: 'letter', column: columnNumber(text) };
    if (!cell) return { ...place, kind: 'constant', text };
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(text) ?? [];
    return { ...place, kind: 'cell', row: Number(row), column: columnNumber(letters) };
  }

  #lookup(told: Told | null): ReadonlyMap<string, string> {
    if (!told) return new Map();
    const found = told.kind === 'text' ? this.#lookups.get(told.text) : told;
    if (found?.kind === 'entries')
      return new Map(
        [...found.entries].flatMap(([word, { value }]) =>
          value.kind === 'text' ? [[nameKey(word), value.text] as const] : [],
        ),
      );
    if (told.kind === 'text') this.#say(told, words.noLookup(told.text, nearest(told.text, this.#lookups.keys())));
    return new Map();
  }

  #say({ line, column }: Place, sentence: Problem['words']): void {
    // Said once of an entry that is read several times.
    if (this.problems.some((other) => other.line === line && other.column === column)) return;
    this.problems.push({ line, column, words: sentence });
  }
}
