import { readMigrations } from '../../src/database/migration-files.js';
import { projectFile } from '../../src/project-files.js';

/** The first version whose graphs know a digest of what was loaded. */
const digested = 7;

test('a migration that changes data gives the graph another revision', async () => {
  for (const { file, version, statements } of await readMigrations(projectFile('cypher/migrations'))) {
    const data = statements.filter(({ kind }) => kind === 'data').map(({ cypher }) => cypher);
    for (const cypher of data)
      expect({ file, cypher }).toEqual({ file, cypher: expect.stringContaining('GraphRevision') });
    // Otherwise a start would take the migration for somebody's edit, and leave the data alone.
    if (data.length > 0 && version >= digested)
      expect({ file, cypher: data.join() }).toEqual({ file, cypher: expect.stringMatching(/REMOVE \w+\.content/) });
  }
});
