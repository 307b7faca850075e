import type { Operator } from '../client/exchange.js';

const clauses =
  'OPTIONAL MATCH|MATCH|WHERE|(?<!STARTS |ENDS )WITH|RETURN|ORDER BY|SKIP|LIMIT|UNWIND|UNION ALL|UNION|CALL|SHOW|YIELD';
/** Texts and quoted names are one piece each, whatever stands in them. */
const pieces = new RegExp(
  `'(?:\\\\.|[^'\\\\])*'|"(?:\\\\.|[^"\\\\])*"|\`[^\`]*\`|(?<space>\\s+)|(?<clause>(?:${clauses})\\b)|[\\w$]+|.`,
  'gs',
);
const subqueryBegins = new RegExp(`^\\{\\s*(?:${clauses})\\b`);

/**
 * A statement with a line for each clause, and those of a subquery indented. Only white space differs, so that it can be
 * run as it is. A map, `{id: …}`, and what stands in brackets go on in their line.
 */
export function laidOut(cypher: string): string {
  const lines: string[] = [];
  let line = '';
  /** What the open braces are, from the outside in, with the brackets that are open within. */
  const within = [{ subquery: false, brackets: 0 }];
  const breakLine = () => {
    if (line.trim()) lines.push(line.trimEnd());
    line = '  '.repeat(within.filter(({ subquery }) => subquery).length);
  };
  for (const { 0: piece, index, groups = {} } of cypher.matchAll(pieces)) {
    const here = within.at(-1) ?? { subquery: false, brackets: 0 };
    if (groups.space) {
      if (line.trim()) line += ' ';
      continue;
    }
    if (groups.clause && here.brackets === 0) breakLine();
    if (piece === '}' && within.pop()?.subquery) breakLine();
    line += piece;
    if (piece === '(' || piece === '[') here.brackets++;
    if (piece === ')' || piece === ']') here.brackets--;
    if (piece === '{') {
      const subquery = subqueryBegins.test(cypher.slice(index));
      within.push({ subquery, brackets: 0 });
      if (subquery) breakLine();
    }
  }
  breakLine();
  return lines.join('\n');
}

/** An operator with how deep it lies below the one that gives the result. */
export interface OperatorRow {
  readonly operator: Operator;
  readonly depth: number;
}

/**
 * Neo4j's operators as rows: each before those that feed it. The first of them goes on at its depth, as most have only
 * one; further ones branch off.
 */
export const operatorRows = (operator: Operator, depth = 0): readonly OperatorRow[] => [
  { operator, depth },
  ...operator.children.flatMap((child, index) => operatorRows(child, depth + index)),
];
