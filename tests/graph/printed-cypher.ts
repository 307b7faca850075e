/**
 * Prints a compiled statement so that a change to it can be reviewed: each clause on a line, subqueries indented, long
 * lists one element per line. `unprinted` gives back the statement. A statement that has lines already was written by hand
 * and stays as it is.
 */
export function printed(statement: string): string {
  return statement.includes('\n') ? statement : query(parse(statement), '');
}

/** The statement on one line, as the compiler wrote it. */
export const unprinted = (text: string): string =>
  text.replace(
    /([[(]?)\n *([\])]?)/g,
    (_, open: string, close: string) => `${open}${open || close ? '' : ' '}${close}`,
  );

/** Longest line that is not broken further. */
const width = 100;

interface Group {
  readonly open: string;
  readonly close: string;
  readonly parts: readonly Part[];
  /** In braces with clauses inside, as opposed to a list, a map or an expression in parentheses. */
  readonly subquery: boolean;
}

/** Text between brackets is one part for each word, space and comma. */
type Part = string | Group;

const closing: ReadonlyMap<string, string> = new Map(Object.entries({ '(': ')', '[': ']', '{': '}' }));

const tokens = (text: string): readonly string[] =>
  text.match(/'(?:\\.|[^'\\])*'|`[^`]*`|[()[\]{}, ]|[^()[\]{}, '`]+/g) ?? [];

function parse(text: string): readonly Part[] {
  const given = tokens(text);
  let next = 0;
  const until = (close: string | null): readonly Part[] => {
    const parts: Part[] = [];
    while (next < given.length) {
      const token = given[next++] ?? '';
      if (token === close) return parts;
      const end = closing.get(token);
      if (end === undefined) parts.push(token);
      else {
        const inner = until(end);
        parts.push({ open: token, close: end, parts: inner, subquery: token === '{' && inner[0] === ' ' });
      }
    }
    if (close !== null) throw new Error(`expected ${close} in the statement: ${text}`);
    return parts;
  };
  return until(null);
}

const flat = (parts: readonly Part[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.open + flat(part.parts) + part.close)).join('');

const hasSubquery = (parts: readonly Part[]): boolean =>
  parts.some((part) => typeof part !== 'string' && (part.subquery || hasSubquery(part.parts)));

const fits = (parts: readonly Part[], indent: string): boolean =>
  !hasSubquery(parts) && indent.length + flat(parts).length <= width;

/** Words that belong to the one before them, although they open a clause elsewhere. */
const inOneWith = new Set(['OPTIONAL', 'STARTS', 'ENDS']);

/** Splits where a space comes before one of the beginnings; the space is left out. */
function splitBefore(parts: readonly Part[], beginnings: readonly string[]): readonly (readonly Part[])[] {
  const pieces: Part[][] = [[]];
  parts.forEach((part, index) => {
    const rest = flat(parts.slice(index + 1, index + 5));
    const before = parts[index - 1];
    const opens = part === ' ' && beginnings.some((beginning) => `${rest} `.startsWith(`${beginning} `));
    if (opens && !(typeof before === 'string' && inOneWith.has(before))) pieces.push([]);
    else pieces.at(-1)?.push(part);
  });
  return pieces.filter((piece) => piece.length > 0);
}

/** A statement, or the inside of a subquery: a line for each clause, and for each condition, order and limit of one. */
function query(parts: readonly Part[], indent: string): string {
  const inner = parts[0] === ' ' ? parts.slice(1, -1) : parts;
  const clauses = splitBefore(inner, ['MATCH', 'OPTIONAL MATCH', 'UNWIND', 'CALL', 'WITH', 'RETURN', 'UNION ALL']);
  return clauses
    .flatMap((clause) => {
      const [head = [], ...further] = splitBefore(clause, ['WHERE', 'ORDER BY', 'LIMIT']);
      const below = `${indent}  `;
      return [indent + expression(head, indent), ...further.map((part) => below + expression(part, below))];
    })
    .join('\n');
}

/** The rest of a line that is indented already, and the lines it goes on with. */
function expression(parts: readonly Part[], indent: string): string {
  if (fits(parts, indent)) return flat(parts);
  const below = `${indent}  `;
  const [head = [], ...further] = splitBefore(parts, ['AND', 'OR', 'WHEN', 'ELSE', 'END']);
  return [broken(head, indent), ...further.map((part) => below + expression(part, below))].join('\n');
}

/** With every list and subquery that is too long for a line broken into its elements. */
const broken = (parts: readonly Part[], indent: string): string =>
  parts.map((part) => (typeof part === 'string' ? part : group(part, indent))).join('');

function group(given: Group, indent: string): string {
  const { open, close, parts, subquery } = given;
  const below = `${indent}  `;
  if (subquery) return `${open}\n${query(parts, below)}\n${indent}${close}`;
  const elements = elementsOf(parts);
  if (fits([given], indent)) return flat([given]);
  if (open === '(' && elements.length === 1) return open + expression(parts, indent) + close;
  if (open === '{' || elements.length === 0) return flat([given]);
  const lines = elements.map((element) => below + expression(element, below));
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

/** What stands between the commas. */
function elementsOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const elements: Part[][] = [[]];
  parts.forEach((part, index) => {
    if (part === ',') elements.push([]);
    else if (!(part === ' ' && parts[index - 1] === ',')) elements.at(-1)?.push(part);
  });
  return elements.filter((element) => element.length > 0);
}
