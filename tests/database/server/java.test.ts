import { expect, test } from '@jest/globals';
import { findJava, javaFlags, majorVersion } from '../../../src/database/server/java.js';

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['openjdk version "25" 2025-09-16 LTS', 25],
  ['java version "1.8.0_402"', 8],
  ['The operation couldn’t be completed. Unable to locate a Java Runtime.', null],
])('%s', (printed, major) => {
  expect(majorVersion(printed)).toBe(major);
});

test('a Java that is not there is said with the command that installs it', async () => {
  await expect(findJava('/nowhere')).rejects.toMatchObject({
    message: expect.stringMatching(/^Java 17 or newer .*apt-get install/),
    messageJa: expect.stringMatching(/^Java 17 以上.*brew install/),
  });
});

test('an option that only newer Javas know is given to those only', () => {
  const unsafe = '--sun-misc-unsafe-memory-access=allow';
  expect(javaFlags(17)).not.toContain(unsafe);
  expect(javaFlags(25)).toContain(unsafe);
});
