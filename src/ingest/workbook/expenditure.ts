/** The fourteen titles (款) of the law under which cities pay for what they do, as people write them in cells. */
import { describe } from '../../model/declaration.js';
import { ExpenditureFunction } from '../../model/enums.js';
import { CellError } from '../dataset/cell.js';
import { brokenFormula } from '../dataset/slips.js';
import { didYouMean, nearest } from '../dataset/suggestions.js';
import type { BookCell } from './book.js';
import { displayed } from './cells.js';
import { fold } from './known.js';

const titles = Object.entries(ExpenditureFunction.values).map(([value, { ja }]) => ({ value, name: ja }));

/** Names that cities use beside those of the law. */
const otherNames: Readonly<Record<string, string>> = {
  農林水産費: '農林水産業費',
  農林業費: '農林水産業費',
  諸支出費: '諸支出金',
};

/** The titles of the law, for dropdowns. */
export const titleNames: readonly string[] = titles.map(({ name }) => name);

/** A title of the law: 民生費, 民生, 3 民生費, 第3款 民生費; null of a title that the law does not have. */
export function readExpenditureFunction(cell: BookCell): string | null {
  const text = displayed(cell);
  const expected = describe('a title (款) such as 民生費', '民生費のような款の名称');
  const broken = brokenFormula(text);
  if (broken) throw new CellError(expected, text, broken);
  const folded = fold(text);
  const name = folded.replace(/^第?\d+款?[.:・\-_]?(?=\D)/, '').replace(/\(款\)$/, '');
  const [, digits] = /^第?(\d+)款?$/.exec(folded) ?? [];
  if (digits !== undefined) {
    // A city that has no expenditure of one title numbers those behind it otherwise.
    const meant = titles[Number(digits) - 1];
    throw new CellError(expected, text, meant ? didYouMean(meant.name) : null);
  }
  const found = titleNamed(otherNames[name] ?? name);
  if (found) return found;
  const meant = nearest(name, titleNames);
  if (meant !== null) throw new CellError(expected, text, didYouMean(meant));
  return null;
}

const titleNamed = (name: string): string | undefined =>
  titles.find((title) => title.name === name || title.name === `${name}費`)?.value;
