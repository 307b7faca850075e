/**
 * What waits for a browser, a process or a database of its own is tried once more where it fails: on a busy machine of two
 * processors any of some thousand steps may take too long. `npm test` names what passed only then. Tests that kill or ask
 * at random are not tried again: the second time they would try another moment.
 */
import { expect, jest } from '@jest/globals';

const waits = /\/tests\/(?:seeded\/browser|live)\//;
const random = /\/killed-|\/chaos\.|\/oracle\/|\/readers\.|\/soak\./;

const { testPath = '' } = expect.getState();
if (waits.test(testPath) && !random.test(testPath)) jest.retryTimes(1, { logErrorsBeforeRetry: true });
