/** Finds the columns of a sheet by what cities call them. */
import type { SheetKey } from '../template.js';
import { headingName, unexplained, unnumbered } from './heading-name.js';
import type { Outline, OutlinedColumn } from './outline.js';
import { areCalled, type Meaning, namesIn } from './synonyms.js';

/** A sheet, with what tells what its headings mean. */
export interface Named extends Meaning {
  readonly outline: Outline;
}

export const sheetNames = ({ sheets }: Outline): readonly string[] => sheets.map(({ name }) => name);

export const isCalled = (outline: Outline, pattern: RegExp): boolean => areCalled(sheetNames(outline), pattern);

export const namesOf = ({ outline, ...meaning }: Named, kind: SheetKey, key: string): readonly string[] =>
  namesIn(sheetNames(outline), meaning, kind, key);

/**
 * The column that is so called, by the most telling name of which one fits; one that has a year in its heading besides, where it
 * is the only one of its make.
 */
export function named(
  { columns }: Outline,
  names: readonly string[],
  fits: (column: OutlinedColumn) => boolean = () => true,
): OutlinedColumn | undefined {
  const wanted = names.map(headingName);
  const exact = wanted.flatMap((name) => columns.filter((column) => column.names.includes(name))).find(fits);
  const ofYear = columns.filter(({ read }) => read.year !== null && read.names.some((name) => wanted.includes(name)));
  // Of R4目標値, R5目標値 and 目標値(R8), the last is no value of a year like the others.
  const make = ({ read }: OutlinedColumn) => read.patterns.join('/');
  const alone = ofYear
    .filter((column) => ofYear.filter((other) => make(other) === make(column)).length === 1)
    .filter(fits);
  return exact ?? explained(columns, wanted).find(fits) ?? (alone.length === 1 ? alone[0] : undefined);
}

/** The columns that are so called before brackets that explain it: 政策(基本目標). */
const explained = (columns: readonly OutlinedColumn[], wanted: readonly string[]): readonly OutlinedColumn[] =>
  columns.filter(
    ({ names, read }) =>
      read.year === null && names.some((name) => unexplained(name) !== name && wanted.includes(unexplained(name))),
  );

/** Columns such as 指標1 and 指標2, by their numbers. */
export function numbered(
  { columns }: Outline,
  names: readonly string[],
): readonly (readonly [number: string, OutlinedColumn])[] {
  const wanted = names.map(headingName);
  const found = columns.flatMap((column) => {
    const name = headingName(column.printed);
    const number = name.slice(unnumbered(name).length);
    // A heading that several columns have says of none of them which it is.
    return number !== '' && wanted.includes(unnumbered(name)) && column.spec === column.printed
      ? [[number, column] as const]
      : [];
  });
  const isLikeFirst = ({ printed }: OutlinedColumn) =>
    unnumbered(headingName(printed)) === unnumbered(headingName(found[0]?.[1].printed ?? ''));
  return found.filter(([, column]) => isLikeFirst(column));
}
