/** The moments at which something happens to a program, and what. */
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { projectFile } from '../../src/project-files.js';
import type { commit, Held, Passage } from '../live/proxy.js';
import { Missed } from './outcome.js';
import type { Place } from './place.js';
import { endOf, limits, type Program } from './program.js';

/** A message of a program to its database, at which something happens. */
export type Message = string | typeof commit;

/** A message, or a step on files as `tests/live/commands/kill-at.mjs` reads it, before which the program is killed. */
export type Moment = { readonly message: Message } | { readonly step: string };

/** What happens to a program whose message is held; whether it is expected to go on by itself. */
type Strike = (hit: {
  readonly held: Held;
  readonly program: Program;
  readonly passage: Passage;
  readonly place: Place;
}) => Promise<void>;

const strikes: Readonly<Record<string, Strike>> = {
  'killed before': async ({ program }) => program.kill('SIGKILL'),
  'killed after': async ({ held, program, place }) => {
    held.pass();
    await delay(place.chance() * 40);
    program.kill('SIGKILL');
  },
  'told to stop': async ({ held, program, place }) => {
    held.pass();
    await delay(place.chance() * 40);
    program.kill('SIGTERM');
  },
  'request lost': async ({ passage, place }) => {
    await passage.close();
    await delay(place.chance() * 2_000);
    await passage.open();
  },
  'reply lost': async ({ held, passage, place }) => {
    await held.loseReply();
    await delay(place.chance() * 2_000);
    await passage.open();
  },
  'nothing arrives for a while': async ({ held, passage, place }) => {
    passage.freeze();
    held.pass();
    await delay(1_000 + place.chance() * 7_000);
    passage.thaw();
  },
  'Neo4j killed': async ({ held, place }) => {
    held.pass();
    await delay(place.chance() * 40);
    place.external.kill?.();
  },
};

/** Chooses what happens; an external Neo4j of somebody else is not ended. */
export function strikeFor({ external, chance }: Place): readonly [string, Strike] {
  const all = Object.entries(strikes).filter(([name]) => external.kill !== null || name !== 'Neo4j killed');
  return all[Math.floor(chance() * all.length)] as [string, Strike];
}

/** Waits for a message of a program; fails where it ended without it. */
export async function heldOf(
  passage: Passage,
  message: Message,
  start: () => Program,
): Promise<readonly [Held, Program]> {
  const holding = passage.hold(message);
  const program = start();
  const missed = program.ended.then((): never => {
    throw new Missed(`it ended before: ${program.said.slice(-12).join('\n')}`);
  });
  const timer = new AbortController();
  const late = delay(limits.start, null, { signal: timer.signal }).then((): never => {
    throw new Missed(`it did not come so far: ${program.said.slice(-12).join('\n')}`);
  });
  late.catch(() => {});
  missed.catch(() => {});
  try {
    return [await Promise.race([holding, missed, late]), program];
  } catch (error) {
    program.kill('SIGKILL');
    throw error;
  } finally {
    timer.abort();
  }
}

/** The settings by which a program is killed before a step on files. */
export const killedAt = (step: string): Readonly<Record<string, string>> => ({
  KILL_AT: step,
  NODE_OPTIONS: `--import=${pathToFileURL(projectFile('tests/live/commands/kill-at.mjs')).href}`,
});

/** Has something happen to a program at a moment of it; what that was, and how the program ended. */
export async function struckAt(
  place: Place,
  moment: Moment,
  start: (environment: Readonly<Record<string, string>>) => Program,
): Promise<{ readonly name: string; readonly how: number | NodeJS.Signals; readonly said: string }> {
  if ('step' in moment) {
    const program = start(killedAt(moment.step));
    const how = await endOf(program, limits.start);
    const said = program.said.join('\n');
    if (how !== 'SIGKILL') throw new Missed(`it ended with ${how} before that: ${said}`);
    return { name: 'killed', how, said };
  }
  const { loading } = place.external;
  const [held, program] = await heldOf(loading, moment.message, () => start({}));
  const [name, strike] = strikeFor(place);
  await strike({ held, program, passage: loading, place });
  const how = await endOf(program, limits.start);
  return { name, how, said: program.said.join('\n') };
}
