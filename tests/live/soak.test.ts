import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { silentProgress } from '../../src/progress.js';
import { addCities } from '../soak/cities.js';
import { formatReport, misses, soak } from '../soak/soak.js';
import { temporaryFolders } from '../temporary-folder.js';
import { liveTarget } from './neo4j.js';
import { seededDatabase } from './seeded.js';

const temporaryFolder = temporaryFolders();

test('under mixed load the service stays within its memory, and no request holds up the others', async () => {
  const connection = await seededDatabase();
  try {
    await addCities(connection);
    const report = await soak({
      connection,
      target: liveTarget(),
      folder: join(await temporaryFolder(), 'service'),
      minutes: 0.5,
      distinctOperations: 50_000,
      progress: silentProgress,
    });
    expect({ report: formatReport(report), misses: misses(report) }).toMatchObject({ misses: [] });
    expect(Number(report.statuses[200])).toBeGreaterThan(50);
  } finally {
    await connection.close();
  }
}, 900_000);
