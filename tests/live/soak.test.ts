import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { silentProgress } from '../../src/progress.js';
import { thorough } from '../sampled.js';
import { addCities } from '../soak/cities.js';
import { formatReport, misses, soak } from '../soak/soak.js';
import { temporaryFolders } from '../temporary-folder.js';
import { liveTarget } from './neo4j.js';
import { seededDatabase } from './seeded.js';

const temporaryFolder = temporaryFolders();
/** Milliseconds that one request may hold up the event loop. */
const blockBesideOthers = 250;

test('under mixed load the service stays within its memory, and no request holds up the others', async () => {
  const connection = await seededDatabase();
  try {
    await addCities(connection);
    const report = await soak({
      connection,
      target: liveTarget(),
      folder: join(await temporaryFolder(), 'service'),
      minutes: thorough ? 0.5 : 0.25,
      distinctOperations: thorough ? 50_000 : 10_000,
      block: blockBesideOthers,
      repeats: thorough ? 5 : 3,
      isCold: !thorough,
      progress: silentProgress,
    });
    // Other tests run beside it on the same processors: of `npm run soak`, alone, it is 50 ms.
    expect({ report: formatReport(report), misses: misses(report, blockBesideOthers) }).toMatchObject({ misses: [] });
    expect(Number(report.statuses[200])).toBeGreaterThan(50);
  } finally {
    await connection.close();
  }
}, 900_000);
