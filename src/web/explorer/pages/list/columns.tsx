import type { ReactNode } from 'react';
import type { Language, Vocabulary } from '../../language/language.js';
import type { Column } from '../../parts/data-table.js';
import { ListLink } from '../../parts/list-link.js';
import { type ListField, tailOf } from '../../parts/lists.js';
import type { CellValue } from '../../parts/rows.js';
import { SdgMarks, type SdgShown } from '../../parts/sdg-mark.js';
import { type Named, ThingLink } from '../../parts/thing-link.js';
import type { ListWords } from './words.js';

/** What columns are made with: the words of the page and of the schema, in the language of the page. */
export interface ColumnTools {
  readonly language: Language;
  readonly words: ListWords;
  readonly vocabulary: Vocabulary;
  readonly nameOf: (thing: { readonly name: string; readonly nameEn?: string | null }) => string;
}

/** The columns that lists share, for one type: its fields name them. */
export const columnsOf = <Row extends Named>({ vocabulary, nameOf }: ColumnTools, type: string) => ({
  /** The name, which leads to the page of the thing. */
  name: (): Column<Row> => ({
    id: 'name',
    title: vocabulary.field(type, 'name'),
    value: nameOf,
    cell: (row) => <ThingLink thing={{ id: row.id, name: row.name, nameEn: row.nameEn ?? null }} />,
  }),
  /** A code, a number or another short value. */
  value: (field: string, value: (row: Row) => CellValue, cell?: (row: Row) => ReactNode): Column<Row> => ({
    id: field,
    title: vocabulary.field(type, field),
    value,
    ...(cell && { cell }),
  }),
  /** A figure, or how many there are. */
  figure: (field: string, value: (row: Row) => number | null): Column<Row> => ({
    id: field,
    title: vocabulary.field(type, field),
    value,
    numeric: true,
  }),
  /** How many there are, which opens the list of them: `filter` is what narrows that list to this row. */
  opening: (field: string, list: ListField, filter: string, value: (row: Row) => number): Column<Row> => ({
    id: field,
    title: vocabulary.field(type, field),
    value,
    numeric: true,
    cell: (row) =>
      value(row) === 0 ? (
        0
      ) : (
        <ListLink
          list={list}
          filters={{ [filter]: tailOf(row.id) }}
          label={`${nameOf(row)}: ${vocabulary.field(type, field)} ${value(row)}`}
        >
          {value(row)}
        </ListLink>
      ),
  }),
  /** Things that lead to their pages. */
  things: (field: string, things: (row: Row) => readonly Named[]): Column<Row> => ({
    id: field,
    title: vocabulary.field(type, field),
    value: (row) => things(row).map(nameWithCode(nameOf)).join(', ') || null,
    cell: (row) => <ThingList things={things(row)} />,
  }),
  /** SDGs by colour and number. */
  sdgs: (field: string, sdgs: (row: Row) => readonly SdgShown[]): Column<Row> => ({
    id: field,
    title: vocabulary.field(type, field),
    value: (row) =>
      sdgs(row)
        .map(({ number }) => number)
        .join(', ') || null,
    cell: (row) => <SdgMarks sdgs={sdgs(row)} />,
  }),
});

/** A thing that people know by its number. */
export const numbered = <Thing extends { readonly number: number }>(
  thing: Thing,
): Thing & { readonly code: string } => ({
  ...thing,
  code: String(thing.number),
});

const nameWithCode = (nameOf: ColumnTools['nameOf']) => (thing: Named) =>
  thing.code ? `${thing.code} ${nameOf(thing)}` : nameOf(thing);

function ThingList({ things }: { readonly things: readonly Named[] }) {
  if (things.length === 0) return null;
  return (
    <ul className="cell-list">
      {things.map((thing) => (
        <li key={thing.id}>
          <ThingLink thing={thing} />
        </li>
      ))}
    </ul>
  );
}
