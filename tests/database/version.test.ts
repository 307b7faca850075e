import { expect, test } from '@jest/globals';
import { requireVersion } from '../../src/database/version.js';

/** A database that says a version, or none. */
const saying = (version: string | null) => ({
  read: (async () => (version === null ? [] : [{ version }])) as never,
});

test.each(['5.17.0', '5.26.30', '6.0', '2025.01.0', '2026.10.1'])('Neo4j %s is new enough', async (version) => {
  await expect(requireVersion(saying(version))).resolves.toBeUndefined();
});

test.each(['4.4.40', '5.3.0', '5.16.0'])('Neo4j %s is refused with what is needed', async (version) => {
  await expect(requireVersion(saying(version))).rejects.toThrow(
    `The Neo4j at NEO4J_URI is ${version}, but 5.17 or newer is needed.`,
  );
});

test.each([null, '', 'aura', '5.x'])('one that says %j of its version is used as it is', async (version) => {
  await expect(requireVersion(saying(version))).resolves.toBeUndefined();
});
