import { readFileSync } from 'node:fs';
import { errorCodes } from '../../src/error-codes.js';
import { createMetrics } from '../../src/http/metrics.js';
import { Admission } from '../../src/operation/admission.js';
import { AnswerCache } from '../../src/operation/answer/answer-cache.js';
import { costHeader, explainHeader } from '../../src/operation/execute/extensions.js';
import { projectFile } from '../../src/project-files.js';
import { readSettings } from '../../src/settings.js';

const text = readFileSync(projectFile('docs/http.md'), 'utf8');

describe('docs/http.md', () => {
  test('lists exactly the codes there are, with status and words', () => {
    const rows = text.split('\n').filter((line) => /^\| `[A-Z_]+` \| \d{3} \|/.test(line));
    expect(rows).toEqual(
      Object.entries(errorCodes).map(
        ([code, { status, message, messageJa }]) => `| \`${code}\` | ${status} | ${message} | ${messageJa} |`,
      ),
    );
  });

  test('lists exactly the limits there are, with their defaults', () => {
    const rows = [...text.matchAll(/^\| `(MAX_\w+)` \| (\w+) \|/gm)];
    const limits = (environment: Record<string, string>) => readSettings(environment).http.limits;
    expect(limits(Object.fromEntries(rows.map(([, name = '', value = '']) => [name, value])))).toEqual(limits({}));
    const sevens = rows.map(([, name = '', value = '']) => [name, value.replace(/\d+/, '7')]);
    expect(new Set(Object.values(limits(Object.fromEntries(sevens))))).toEqual(new Set([7, 7 * 1024, 7 * 1024 ** 2]));
  });

  test('lists exactly the numbers of this service', async () => {
    const metrics = createMetrics(
      new Admission({ inFlight: 1, perClient: 1, queued: 1, patience: 1, rate: 0 }),
      new AnswerCache(1),
    );
    const named = (source: string, pattern: RegExp) => [...new Set(source.match(pattern))].sort();
    expect(named(text, /policy_graph_\w+/g)).toEqual(named(await metrics.text(), /(?<=^# TYPE )policy_graph_\w+/gm));
  });

  test('knows the headers that are asked with', () => {
    for (const header of [
      costHeader.name,
      explainHeader.name,
      'x-no-cache',
      'x-request-id',
      'apollo-require-preflight',
    ])
      expect(text).toContain(`\`${header}`);
  });
});
