import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fakeGraph, type Service, startService } from '../service.js';

let service: Service;
beforeAll(async () => {
  service = await startService(fakeGraph(() => []));
});
afterAll(() => service.stop());

const ask = (path: string, accept?: string) =>
  service.send({ method: 'GET', path, headers: accept === undefined ? {} : { accept } });

test.each([
  ['/dossier/nope', 404, 'NOT_FOUND'],
  ['/dossier/green:measure:1-1?stage=TOMORROW', 400, 'BAD_REQUEST'],
  ['/dossier/green:reform-field:1', 400, 'BAD_USER_INPUT'],
])('what is wrong with %s is a page to people and an error with a code to programs', async (path, status, code) => {
  for (const accept of [undefined, '*/*', 'text/html,application/xhtml+xml,*/*;q=0.8']) {
    const page = await ask(path, accept);
    expect([page.status, page.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    expect(page.body).toMatch(/<html lang="ja">/);
  }
  const told = await ask(path, 'application/json');
  expect([told.status, told.headers['content-type']]).toEqual([status, 'application/json; charset=utf-8']);
  const [error] = told.json().errors ?? [];
  expect(error?.extensions.code).toBe(code);
  expect([error?.message, error?.extensions.messageJa]).not.toContain('');
});
