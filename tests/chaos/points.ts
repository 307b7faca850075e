/** Every point at which something is ended or broken, by name: the whole list. */
import { readMigrations } from '../../src/database/migration-files.js';
import { readLoadStatements } from '../../src/ingest/load/statements.js';
import { modelIndexes } from '../../src/model/indexes.js';
import { projectFile } from '../../src/project-files.js';
import { commit } from '../live/proxy.js';
import { backupMoments, restoreMoments, tryBackup, tryRestore } from './backups.js';
import { breaks, tryLoad, tryMigration, tryNetwork } from './beside.js';
import { firstStartAims, tryFirstStart } from './first-start.js';
import { importMoments, tryImport } from './imports.js';
import type { Place } from './place.js';
import { type Embedded, openEmbedded, servingStrikes, tryServing } from './serving.js';

export interface Point {
  readonly name: string;
  readonly attempt: (place: Place) => Promise<void>;
}

/** The service that is hit while it serves is one for all points; started anew where a fault has left it in pieces. */
export class Serving {
  private embedded: Embedded | null = null;

  async attempt(place: Place, strike: (typeof servingStrikes)[string]): Promise<void> {
    this.embedded ??= await openEmbedded(place);
    try {
      await tryServing(place, this.embedded, strike);
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.embedded?.stop();
    this.embedded = null;
  }
}

/** So much of a statement tells it from all others, as it stands in a message. */
const beginning = (cypher: string) => cypher.split('\n')[0]?.slice(0, 60) ?? cypher;

/** The statements that bring an empty database to where a service can start, in their order. */
async function migrationStatements(): Promise<readonly string[]> {
  const migrations = await readMigrations(projectFile('cypher/migrations'));
  const [index] = modelIndexes.indexes;
  return [
    'CREATE INDEX migration_lock',
    'CREATE CONSTRAINT migration_version',
    ...migrations.flatMap(({ statements }) => statements.map(({ cypher }) => beginning(cypher))),
    'MERGE (migration:Migration',
    ...(index ? [`CREATE INDEX \`${index.name}\``] : []),
  ];
}

/** All points. Those of one group are tried with the same service, where one is needed. */
export async function allPoints(serving: Serving): Promise<readonly Point[]> {
  const statements = await readLoadStatements(projectFile('cypher/load'));
  const ofLoad = (['lock', 'known-nodes', 'create-nodes', 'create-edges', 'announce', 'revision'] as const).map(
    (name) => [name, beginning(statements[name])] as const,
  );
  return [
    ...Object.entries(firstStartAims).map(([name, aim]) => ({
      name: `first start: ${name}`,
      attempt: (place: Place) => tryFirstStart(place, aim),
    })),
    ...(await migrationStatements()).map((statement) => ({
      name: `migration: ${statement.replace(/ IF (?:NOT )?EXISTS.*/, '')}`,
      attempt: (place: Place) => tryMigration(place, statement),
    })),
    ...[...ofLoad, ['commit', commit] as const].map(([name, message]) => ({
      name: `load: ${name}`,
      attempt: (place: Place) => tryLoad(place, message),
    })),
    ...Object.entries(backupMoments).map(([name, moment]) => ({
      name: `backup: ${name}`,
      attempt: (place: Place) => tryBackup(place, moment),
    })),
    ...Object.entries(restoreMoments).map(([name, moment]) => ({
      name: `restore: ${name}`,
      attempt: (place: Place) => tryRestore(place, moment),
    })),
    ...Object.entries(importMoments).map(([name, moment]) => ({
      name: `import: ${name}`,
      attempt: (place: Place) => tryImport(place, moment),
    })),
    ...Object.entries(servingStrikes).map(([name, strike]) => ({
      name: `serving: ${name}`,
      attempt: (place: Place) => serving.attempt(place, strike),
    })),
    ...Object.entries(breaks).map(([name, broken]) => ({
      name: `serving beside Neo4j: ${name}`,
      attempt: (place: Place) => tryNetwork(place, broken),
    })),
  ];
}
