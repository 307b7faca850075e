import type { ExecutionResult } from 'graphql';
import type { Cursors } from './cursors.js';
import { codeOf } from './service.js';

/**
 * Where an answer differs from what the oracle says, in words; empty where it does not. A root field is answered whole
 * or refused whole, wherever below it the mistake was. Where cursors were taken from an answer to other variables
 * (`foreignCursors`), the service may refuse one that the oracle never looked at, because nothing is listed there.
 */
export function differences(
  actual: ExecutionResult,
  expected: ExecutionResult,
  cursors: Cursors,
  foreignCursors = false,
): readonly string[] {
  const found: string[] = [];
  for (const error of actual.errors ?? []) {
    const code = codeOf(error);
    const cause = error.originalError?.stack ?? error.stack;
    if (code !== 'BAD_USER_INPUT') found.push(`${error.path?.join('.')}: an error with code ${code}: ${cause}`);
  }
  const [got, wanted] = [refused(actual), refused(expected)];
  const unasked = (actual.errors ?? []).filter(
    ({ path, message }) => !wanted.includes(String(path?.[0])) && ofCursor(message),
  );
  const tolerated = foreignCursors ? unasked.map(({ path }) => String(path?.[0])) : [];
  const shared = got.filter((key) => !tolerated.includes(key));
  // A refused list takes the whole answer with it at once, also the mistakes that other fields would still have found.
  const complete = actual.data ? String(shared) === String(wanted) : shared.every((key) => wanted.includes(key));
  if (!complete) {
    const reasons = [...(actual.errors ?? []), ...(expected.errors ?? [])].map(({ stack }) => stack).join('\n');
    found.push(`expected errors in [${wanted}], but got some in [${got}]\n${reasons}`);
  }
  // One refused field that cannot be null takes all others with it.
  if (actual.data)
    for (const [key, value] of Object.entries(actual.data))
      if (!got.includes(key)) compare(value, expected.data?.[key], key, cursors, found);
  if (!actual.data && got.length === 0) found.push('expected data or errors, but got neither');
  return found;
}

/** The root fields in which something is refused. */
const refused = ({ errors = [] }: ExecutionResult): readonly string[] => [
  ...new Set(errors.map(({ path = [] }) => String(path[0])).sort()),
];

function compare(actual: unknown, expected: unknown, path: string, cursors: Cursors, found: string[]): void {
  if (cursors.isMark(expected)) {
    if (!cursors.note(expected, actual)) found.push(`${path}: the cursor ${actual} stands for another place already`);
    return;
  }
  if (typeof expected === 'object' && expected !== null && typeof actual === 'object' && actual !== null) {
    const keys = (value: object) => Object.keys(value);
    if (String(keys(actual)) !== String(keys(expected)))
      found.push(`${path}: expected [${keys(expected)}], but got [${keys(actual)}]`);
    for (const key of keys(expected))
      compare(
        (actual as Record<string, unknown>)[key],
        (expected as Record<string, unknown>)[key],
        `${path}.${key}`,
        cursors,
        found,
      );
    return;
  }
  const same = Object.is(actual, expected) || (typeof actual === 'number' && actual === expected);
  if (!same) found.push(`${path}: expected ${JSON.stringify(expected)}, but got ${JSON.stringify(actual)}`);
}

const ofCursor = (message: string) => /(?:^|: )(?:after|before): expected a cursor/.test(message);
