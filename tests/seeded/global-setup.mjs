/** Starts the shared Neo4j and loads the committed dataset into it, once for all tests of this folder. */
import { provide } from '../live/global-setup.mjs';

export default async function setUp() {
  await provide(1);
  const { seededDatabase } = await import('../live/seeded.ts');
  await (await seededDatabase()).close();
}
