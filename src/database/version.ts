import { OperatorError } from '../operator-error.js';
import type { Connection } from './connection.js';

/** The oldest Neo4j whose Cypher has all that statements use: `normalize()` came with it. */
const oldest = [5, 17] as const;

const versionText = `CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version`;

/**
 * Refuses a Neo4j that is too old for the statements, before anything is written to it. Versions by date (2025.01) are
 * newer than all others; one that does not say its version is used as it is.
 */
export async function requireVersion(connection: Pick<Connection, 'read'>): Promise<void> {
  const [row] = await connection.read<{ version: unknown }>(versionText);
  const version = String(row?.version ?? '');
  const [major, minor] = version.split('.').map(Number);
  if (major === undefined || minor === undefined || Number.isNaN(major) || Number.isNaN(minor)) return;
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  const wanted = oldest.join('.');
  throw new OperatorError(
    `NEO4J_URI の Neo4j は ${version} です。${wanted} 以上が必要です。新しい版にするか、NEO4J_URI を外してこのサービス自身の Neo4j を使ってください。`,
    `The Neo4j at NEO4J_URI is ${version}, but ${wanted} or newer is needed. Upgrade it, or leave out NEO4J_URI to use a Neo4j of this service's own.`,
  );
}
