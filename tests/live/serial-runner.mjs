import Runner from 'jest-runner';

/** One file after another: the live tests share one database, and each begins with an empty one. */
export default class SerialRunner extends Runner {
  isSerial = true;
}
