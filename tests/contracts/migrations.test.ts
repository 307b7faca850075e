import { readMigrations } from '../../src/database/migration-files.js';
import { projectFile } from '../../src/project-files.js';

test('a migration that changes data gives the graph another revision', async () => {
  for (const { file, statements } of await readMigrations(projectFile('cypher/migrations'))) {
    const data = statements.filter(({ kind }) => kind === 'data').map(({ cypher }) => cypher);
    for (const cypher of data)
      expect({ file, cypher }).toEqual({ file, cypher: expect.stringContaining('GraphRevision') });
  }
});
