/**
 * The columns of a table for people: headings and values in words, a thing as its code and name in one column, its lines
 * in another. What of it is a number stays one.
 */
import {
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isListType,
} from 'graphql';
import type { Environment } from '../graph/selection.js';
import type { Labels, Language } from '../labels/labels.js';
import { codeProperty, findNode } from '../model/model.js';
import { type AnsweredSource, type CitedDocument, citationsOf } from './citations.js';
import {
  type Cell,
  type Column,
  cellAt,
  type Selected,
  selectedFields,
  selectionsBelow,
  UnreadValue,
} from './columns.js';
import { type Series, type SeriesLayout, yearOfSeries } from './series.js';

/** How the columns of a table are put into words. */
export interface Wording {
  readonly language: Language;
  readonly labels: Labels;
  /** Told of each document that a cell cites. */
  readonly onCited?: (document: CitedDocument) => void;
}

export interface ReadableOptions extends Wording {
  readonly environment: Environment;
  /** The columns that were asked for by path; null for all. */
  readonly chosen: readonly string[] | null;
  readonly series: SeriesLayout | null;
}

/** Where in the answer to a row something stands. */
interface Place {
  readonly path: readonly string[];
  readonly heading: readonly string[];
  /** The row itself, or an edge around it. */
  readonly isRow: boolean;
  /** Within a list, so that a cell has several. */
  readonly many: boolean;
}

type Fields = readonly Selected[];

const yesNo = { ja: ['はい', 'いいえ'], en: ['Yes', 'No'] } as const;
const kind = { ja: '種類', en: 'Type' } as const;

/** Of a thing that has a name what needs no column; `color` is for marks on pages. */
const unsaid = new Set(['id', 'thingId', '__typename', 'color']);
/** A thing by itself, or at any stage. */
const isId = ({ name }: Selected) => name === 'id' || name === 'thingId';
const yearNames = new Set(['fiscalYear', 'year']);

/** The columns of what is selected of a type, each heading once. */
export function readableColumns(
  type: GraphQLOutputType,
  selections: ReturnType<typeof selectionsBelow>,
  options: ReadableOptions,
): readonly Column[] {
  return distinct(new Wordings(options).below(type, selections, { path: [], heading: [], isRow: true, many: false }));
}

/** The lists below a row that have an entry for each year, such as goals; their rows can become rows or columns of the table. */
export function seriesIn(
  type: GraphQLOutputType,
  selections: ReturnType<typeof selectionsBelow>,
  environment: Environment,
  above: readonly string[] = [],
): readonly Series[] {
  return selectedFields(environment, type, selections).flatMap((field): readonly Series[] => {
    const path = [...above, field.key];
    if (field.name === 'node') return seriesIn(field.type, selectionsBelow(field), environment, path);
    if (!isListType(getNullableType(field.type)) || !isCompositeType(getNamedType(field.type))) return [];
    const year = selectedFields(environment, field.type, selectionsBelow(field)).find(({ name }) =>
      yearNames.has(name),
    );
    return year ? [{ path, yearKey: year.key }] : [];
  });
}

class Wordings {
  private readonly options: ReadableOptions;
  private yearIsSaid = false;

  constructor(options: ReadableOptions) {
    this.options = options;
  }

  below(type: GraphQLOutputType, selections: ReturnType<typeof selectionsBelow>, place: Place): readonly Column[] {
    const fields = selectedFields(this.options.environment, type, selections);
    const said = place.isRow ? this.ofRow(fields, place) : this.ofObject(fields, place);
    return [...said, ...fields.flatMap((field) => this.composite(field, place))];
  }

  /** A column for each value of the row. */
  private ofRow(fields: Fields, place: Place): readonly Column[] {
    const named = fields.some(({ name }) => name === 'name');
    const asked = this.options.chosen?.includes('id') ?? false;
    return this.leaves(fields, (field) => !(named && isId(field) && !asked)).map((field) =>
      this.leaf(field, fields, place),
    );
  }

  /** A thing as one text, and so what is no thing but one of several; the values of a single object in columns. */
  private ofObject(fields: Fields, place: Place): readonly Column[] {
    const isThing = fields.some(({ name }) => name === 'name');
    const name = place.heading.join(' / ');
    if (isThing) {
      const said = (field: Selected) => isCode(field) || field.name === 'name' || field.name === 'nameEn';
      const thing: Column = { name, path: place.path, cell: (row) => cellAt(row, place.path, this.thing(fields)) };
      const others = this.leaves(fields, (field) => !said(field) && !unsaid.has(field.name));
      return [thing, ...others.map((field) => this.leaf(field, fields, place))];
    }
    const leaves = this.leaves(fields, ({ name: each }) => !unsaid.has(each));
    if (!place.many || leaves.length === 0) return leaves.map((field) => this.leaf(field, fields, place));
    const parts = leaves.filter(({ name: each }) => !this.isSaidByOther(each, leaves));
    const written = (value: unknown) =>
      parts
        .map((part) => this.value(part, fields)(value) ?? '')
        .join(' ')
        .trim();
    return [{ name, path: place.path, cell: (row) => cellAt(row, place.path, written) }];
  }

  /** Of a year and its Japanese era a text has the one that its language uses. */
  private isSaidByOther(name: string, among: Fields): boolean {
    const other = this.options.language === 'ja' ? yearNames.has(name) && 'era' : name === 'era' && 'fiscalYear';
    return other !== false && among.some((each) => each.name === other);
  }

  private composite(field: Selected, place: Place): readonly Column[] {
    const { labels, language, onCited, series } = this.options;
    const named = getNamedType(field.type);
    // How far cells were read is told beside the table.
    if (!isCompositeType(named) || named.name === 'FieldCoverage') return [];
    const path = [...place.path, field.key];
    const selections = selectionsBelow(field);
    const isList = isListType(getNullableType(field.type));
    if (isWrapper(field)) return this.below(field.type, selections, { ...place, path, many: place.many || isList });
    const heading = headingOf(place, labels.field(field.owner, field.name));
    if (named.name === 'Source') {
      const written = (owner: unknown) => {
        const sources = ((owner as Readonly<Record<string, unknown>>)[field.key] ?? []) as readonly AnsweredSource[];
        for (const { document } of sources) if (document) onCited?.(document);
        return citationsOf(sources, labels, language);
      };
      return [{ name: heading.join(' / '), path, cell: (row) => cellAt(row, place.path, written) }];
    }
    if (field.owner === 'Derivation' && field.name === 'nodes') return [this.way(field, place)];
    const isSeries = series?.lists.some((each) => each.path.join('.') === path.join('.')) ?? false;
    const inside: Place = { path, heading, isRow: false, many: place.many || isList };
    if (!isSeries || !series) return this.below(field.type, selections, inside);
    return series.layout === 'rows' ? this.seriesRow(field, inside) : this.seriesColumns(field, inside);
  }

  /** By way of what a derived link follows: "5-2 … → 5-2-3 …", way by way. */
  private way({ key, type, nodes }: Selected, place: Place): Column {
    const { environment } = this.options;
    const thing = this.thing(selectedFields(environment, type, selectionsBelow({ nodes })));
    const written = (way: unknown) => {
      const between = (way as Readonly<Record<string, readonly unknown[]>>)[key] ?? [];
      return between.map(thing).join(' → ');
    };
    return {
      name: place.heading.join(' / '),
      path: [...place.path, key],
      cell: (row) => cellAt(row, place.path, written),
    };
  }

  /** The row has one entry of the series: its year in a column that all series share, its values in columns of its own. */
  private seriesRow(field: Selected, place: Place): readonly Column[] {
    const { environment, labels } = this.options;
    const fields = selectedFields(environment, field.type, selectionsBelow(field));
    const year = fields.find(({ name }) => yearNames.has(name));
    const said: Column[] = [];
    if (year && !this.yearIsSaid) {
      this.yearIsSaid = true;
      said.push({
        name: labels.field(year.owner, year.name),
        path: [yearOfSeries],
        cell: (row) => cellAt(row, [yearOfSeries]),
      });
    }
    const values = this.leaves(fields, isValueOfSeries).map((each) => this.leaf(each, fields, place));
    return [...said, ...values, ...fields.flatMap((each) => this.composite(each, { ...place, many: false }))];
  }

  /** The values of each year in columns of their own. */
  private seriesColumns(field: Selected, place: Place): readonly Column[] {
    const { environment, labels, series, language } = this.options;
    const fields = selectedFields(environment, field.type, selectionsBelow(field));
    const year = fields.find(({ name }) => yearNames.has(name));
    const values = this.leaves(fields, isValueOfSeries);
    const yearName = (value: number) => (language === 'ja' ? `${value}年度` : `FY${value}`);
    return (series?.years ?? []).flatMap((each) =>
      values.map((value): Column => {
        const heading = [...place.heading, year?.name === 'fiscalYear' ? yearName(each) : String(each)];
        const name = (values.length > 1 ? [...heading, labels.field(value.owner, value.name)] : heading).join(' / ');
        const cell = (row: unknown) => {
          const all = place.path.reduce<unknown>((at, key) => (at as Readonly<Record<string, unknown>>)?.[key], row);
          if (all instanceof UnreadValue) return all.words;
          const entries = ((all ?? []) as readonly Readonly<Record<string, unknown>>[]).filter(
            (entry) => year && entry[year.key] === each,
          );
          return cellAt(entries.length === 1 ? entries[0] : entries, [], this.value(value, fields));
        };
        return { name, path: place.path, cell };
      }),
    );
  }

  /** The fields that are values, less those that another language's sibling says, and what `wanted` leaves out. */
  private leaves(fields: Fields, wanted: (field: Selected) => boolean): Fields {
    return fields.filter(
      (field) =>
        !isCompositeType(getNamedType(field.type)) &&
        wanted(field) &&
        !fields.some(({ name }) => name === field.name.replace(/(?:En|Ja)$/, '') && name !== field.name),
    );
  }

  private leaf(field: Selected, fields: Fields, place: Place): Column {
    const { labels, language } = this.options;
    const label = field.name === '__typename' ? kind[language] : labels.field(field.owner, field.name);
    // A count is called by what is counted, where nothing else of it is shown.
    const isCount = field.name === 'totalCount' && fields.length === 1 && place.heading.length > 0;
    const heading = isCount ? place.heading : headingOf(place, label);
    return {
      name: heading.join(' / '),
      path: [...place.path, field.key],
      cell: (row) => cellAt(row, place.path, this.value(field, fields)),
    };
  }

  /** The value of a field of an object, in the language of the table where there is a sibling in it. */
  private value(field: Selected, fields: Fields): (object: unknown) => Cell {
    const suffix = this.options.language === 'en' ? 'En' : 'Ja';
    const sibling = fields.find(({ name }) => name === `${field.name}${suffix}`);
    const written = this.written(field);
    return (object) => {
      const values = object as Readonly<Record<string, unknown>>;
      return cellAt(sibling ? (values[sibling.key] ?? values[field.key]) : values[field.key], [], written);
    };
  }

  private written({ type, name }: Selected): (value: unknown) => Cell {
    const { labels, language } = this.options;
    const named = getNamedType(type);
    if (isEnumType(named)) return (value) => labels.value(named.name, String(value));
    if (name === '__typename') return (value) => labels.type(String(value));
    return (value) => (typeof value === 'boolean' ? yesNo[language][value ? 0 : 1] : (value as Cell));
  }

  /** "5-2 …": a thing by its code, where one is selected, and its name. */
  private thing(fields: Fields): (object: unknown) => Cell {
    const codes = fields.filter(isCode);
    const name = fields.find((field) => field.name === 'name');
    return (object) => {
      const values = object as Readonly<Record<string, unknown>>;
      const code = codes.map(({ key }) => values[key]).find((value) => value !== null && value !== undefined);
      const called = name ? this.value(name, fields)(object) : null;
      return [code, called].filter((part) => part !== undefined && part !== null).join(' ') || null;
    };
  }
}

const isValueOfSeries = ({ name }: Selected) => !yearNames.has(name) && name !== 'era' && !unsaid.has(name);

/** A code or number by which people know a thing. */
function isCode({ owner, name }: Selected): boolean {
  const node = findNode(owner);
  return node !== undefined && codeProperty(node) === name;
}

/** The fields of a connection and of an edge that say nothing by themselves. */
const isWrapper = ({ owner, name }: Selected): boolean =>
  /(?:Connection|Edge)$/.test(owner) && (name === 'nodes' || name === 'edges' || name === 'node');

/** The labels on the way; what is called as what has it is not said twice. */
const headingOf = ({ heading }: Place, label: string): readonly string[] =>
  heading.at(-1) === label ? heading : [...heading, label];

/** Where two columns would have one heading, each has its path behind it: programs know columns by their headings. */
function distinct(columns: readonly Column[]): readonly Column[] {
  const times = new Map<string, number>();
  for (const { name } of columns) times.set(name, (times.get(name) ?? 0) + 1);
  return columns.map((column) =>
    times.get(column.name) === 1 ? column : { ...column, name: `${column.name} (${column.path.join('.')})` },
  );
}
