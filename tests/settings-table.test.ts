import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { projectFile } from '../src/project-files.js';
import { readSettings } from '../src/settings.js';

type Environment = Readonly<Record<string, string>>;

const embedded: Environment = {};
const remote: Environment = { NEO4J_URI: 'bolt://127.0.0.1', NEO4J_PASSWORD: 'secret' };

/** Variable → its default; null where it has none. */
async function documented(): Promise<ReadonlyMap<string, string | null>> {
  const text = await readFile(projectFile('docs/settings.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `([A-Z0-9_]+)` \| (?:`([^`]*)` )?\| \S.* \|$/gm)];
  expect(rows).toHaveLength(text.split('\n').filter((line) => line.startsWith('| `')).length);
  return new Map(rows.map(([, name = '', byDefault]) => [name, byDefault ?? null]));
}

/** The variables that are looked at with this environment. */
function variablesRead(environment: Environment): readonly string[] {
  const names = new Set<string>();
  readSettings(
    new Proxy(environment, {
      get: (target, name) => {
        names.add(String(name));
        return target[String(name)];
      },
    }),
  );
  return [...names];
}

test('the table has every variable that the settings read, and no other', async () => {
  const read = new Set([...variablesRead(embedded), ...variablesRead(remote)]);
  expect([...(await documented()).keys()].sort()).toEqual([...read].sort());
});

test('the defaults of the table are those of the settings', async () => {
  for (const [name, byDefault] of await documented()) {
    if (byDefault === null) continue;
    const environment = variablesRead(embedded).includes(name) ? embedded : remote;
    expect({ name, ...readSettings({ ...environment, [name]: byDefault }) }).toEqual({
      name,
      ...readSettings(environment),
    });
  }
});
