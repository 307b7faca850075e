import Runner from 'jest-runner';

/** One file after another: the live tests share one database, and each begins with an empty one. */
// biome-ignore lint/style/noDefaultExport: jest takes the default export.
export default class SerialRunner extends Runner {
  isSerial = true;
}
