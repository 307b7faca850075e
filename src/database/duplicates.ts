import type { Connection } from './connection.js';

const uniqueness =
  /FOR\s*\(\s*(\w+)\s*:\s*(`[^`]+`|\w+)\s*\)\s*REQUIRE\s*\(?([^)]*?)\)?\s*IS\s+(?:NODE\s+)?(?:UNIQUE|KEY)\b/is;
const property = /^\s*\w+\s*\.\s*(`[^`]+`|\w+)\s*$/;

/** The maximum number of duplicates that are named. */
const most = 10;

/**
 * The values that keep a uniqueness constraint from being created, one line each: `Measure {id: "a"} × 2`.
 * None when the statement is not such a constraint.
 */
export async function findDuplicates(connection: Connection, statement: string): Promise<readonly string[]> {
  const match = uniqueness.exec(statement);
  const properties = match?.[3]?.split(',').map((each) => property.exec(each)?.[1]);
  if (!match?.[2] || !properties || properties.includes(undefined)) return [];

  // Names out of a committed migration, quoted as they are there; never out of anybody's input.
  const keys = properties.map((name) => `node.${name}`).join(', ');
  const present = properties.map((name) => `node.${name} IS NOT NULL`).join(' AND ');
  const rows = await connection.read<{ key: readonly unknown[]; count: number }>(
    `MATCH (node:${match[2]}) WHERE ${present}
     WITH [${keys}] AS key, count(*) AS count WHERE count > 1
     RETURN key, count ORDER BY count DESC, key LIMIT ${most}`,
    {},
    { timeout: 30_000 },
  );
  return rows.map(({ key, count }) => {
    const values = properties.map((name, index) => `${name}: ${JSON.stringify(key[index])}`).join(', ');
    return `${match[2]} {${values}} × ${count}`;
  });
}
