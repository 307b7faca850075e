/** Programs that are ended at a message to the database. */
import { afterEach } from '@jest/globals';
import { endOf, type Program, startProgram } from '../chaos/program.js';
import type { commit, Passage } from './proxy.js';

/** Starts programs, and ends what is left of them after each test of the file. */
export function programs() {
  const started: Program[] = [];
  afterEach(() => {
    for (const { kill } of started.splice(0)) kill('SIGKILL');
  });
  const start: typeof startProgram = (...given) => {
    const program = startProgram(...given);
    started.push(program);
    return program;
  };

  /**
   * Ends a program when a message of it is on its way to the database; how it ended, and what it said. The database gets the
   * message where the program is killed; one that is told to stop may not go on, so it gets none before it has ended.
   */
  async function endAt(proxy: Passage, message: string | typeof commit, signal: NodeJS.Signals, begin: () => Program) {
    const holding = proxy.hold(message);
    const program = begin();
    const missed = program.ended.then((how): never => {
      throw new Error(`expected ${message}, but it ended with ${how}:\n${program.said.join('\n')}`);
    });
    missed.catch(() => {});
    const held = await Promise.race([holding, missed]);
    if (signal === 'SIGKILL') held.pass();
    program.kill(signal);
    const how = await endOf(program);
    if (signal !== 'SIGKILL') held.drop();
    return { how, said: program.said.join('\n') };
  }
  return { start, endAt };
}
