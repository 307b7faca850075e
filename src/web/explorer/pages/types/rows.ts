import type { CoverageToldFragment } from '../../graphql/graphql.js';
import type { Named } from '../../parts/thing-link.js';
import type { ThingLabels } from '../thing/words.js';
import { pageType } from './all.js';
import { countField } from './count-field.js';
import type { ShownField } from './page-type.js';

/** A node as a generated operation reads it. */
export type Row = Readonly<Record<string, unknown>>;

/** A table shows nodes as the page of their list, or as what another node is linked with. */
export type TableKind = 'list' | 'links';

/** The value at the end of a path, with what is missing on the way taken for nothing. */
export const valueAt = (row: Row, path: string): unknown =>
  path.split('.').reduce<unknown>((at, field) => (at as Row | null | undefined)?.[field] ?? null, row);

/** What a path leads to as a list, past the connection. */
export function manyAt(row: Row, path: string): readonly Row[] {
  const value = valueAt(row, path);
  if (value === null) return [];
  if (Array.isArray(value)) return value;
  return 'nodes' in (value as Row) ? ((value as Row).nodes as readonly Row[]) : [value as Row];
}

/** Nodes of a type with what stands before their names. */
export function named(type: string, nodes: readonly Row[]): readonly Named[] {
  const key = pageType(type)?.key;
  return nodes.map((node) => ({
    id: String(node.id),
    name: String(node.name ?? node.id),
    nameEn: typeof node.nameEn === 'string' ? node.nameEn : null,
    code: key && node[key] !== null && node[key] !== undefined ? String(node[key]) : null,
  }));
}

/**
 * Entries of a cell as they are sorted and filtered; null where there are none, so that the row sorts last. Where they are
 * shown, too, `comma` is that of the language.
 */
export const listed = (entries: readonly string[], comma = ', '): string | null =>
  entries.length > 0 ? entries.join(comma) : null;

/** A scalar or enum value, or several, in the language of the page: of `message` and `messageJa`, one. */
export function inWords({ kind, type, path }: ShownField, row: Row, labels: ThingLabels): string | number | null {
  const { vocabulary, words, pick } = labels;
  const shown = (value: unknown) => {
    if (kind === 'enum') return vocabulary.value(type, String(value));
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    return typeof value === 'number' ? value : String(value);
  };
  const value = pick(valueAt(row, `${path}Ja`), valueAt(row, `${path}En`)) ?? valueAt(row, path);
  if (Array.isArray(value))
    return listed(
      value.map((each) => String(shown(each))),
      words.comma,
    );
  return value === null ? null : shown(value);
}

/** How many nodes a relation leads to: connections say it, a list that may be cut has it beside it, others are as long as it. */
export const countOf = (node: Row, field: string): number =>
  Number(valueAt(node, `${field}.totalCount`) ?? valueAt(node, countField(field)) ?? manyAt(node, field).length);

/** What the documents can tell of each field of a thing. */
export const coverageOf = (node: Row): ReadonlyMap<string, CoverageToldFragment> =>
  new Map(
    manyAt(node, 'coverage').map(
      ({ field, coverage }) => [String(field), coverage as unknown as CoverageToldFragment] as const,
    ),
  );
