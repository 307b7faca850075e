import { type EmbeddedDatabaseSettings, readSettings } from '../../src/settings.js';

/** The settings of an embedded server in a folder of its own, with the jars that the project has already. */
export function testServerSettings(dataDir: string): EmbeddedDatabaseSettings {
  const { DATA_DIR, JAVA_HOME } = process.env;
  const { database: projects } = readSettings({ DATA_DIR, JAVA_HOME });
  const { database } = readSettings({ DATA_DIR: dataDir, JAVA_HOME });
  if (database.kind !== 'embedded' || projects.kind !== 'embedded') throw new Error('Expected embedded settings');
  // Nothing here runs long enough for the second compiler to pay; without it a start takes half the time. Nor does it
  // take verifying the classes of jars whose checksums are known, a sixth of a start.
  const javaOptions = ['-XX:TieredStopAtLevel=1', '-XX:+UnlockDiagnosticVMOptions', '-XX:-BytecodeVerificationRemote'];
  return { ...database, jarsDir: projects.jarsDir, javaOptions };
}
