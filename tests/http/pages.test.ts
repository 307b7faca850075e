import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { webPolicy } from '../../src/http/routes/web-routes.js';
import { temporaryFolders } from '../temporary-folder.js';
import { fakeGraph, type Service, startService } from './service.js';

const temporaryFolder = temporaryFolders();
let service: Service;

beforeAll(async () => {
  const pages = await temporaryFolder();
  for (const page of ['explorer', 'playground']) {
    await mkdir(join(pages, page));
    await writeFile(join(pages, page, 'index.html'), `<!doctype html><title>${page}</title>`);
  }
  service = await startService(fakeGraph(), {}, { pages });
});

afterAll(() => service.stop());

/** What browsers send when they are sent to an address. */
const navigation = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';
const question = `/graphql?${new URLSearchParams({ query: '{ __typename }', variables: '{}' })}`;

describe('at /graphql a browser', () => {
  test.each(['/graphql', '/graphql/', question])('gets the playground: %s', async (path) => {
    const { status, headers, body } = await service.send({ method: 'GET', path, headers: { accept: navigation } });
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body).toContain('<title>playground</title>');
    expect(headers['content-security-policy']).toBe(webPolicy);
    expect(headers['cache-control']).toBe('no-cache');
  });

  test('is told the headers of the page only', async () => {
    const { status, headers, body } = await service.send({ method: 'HEAD', headers: { accept: navigation } });
    expect([status, headers['content-type'], body]).toEqual([200, 'text/html; charset=utf-8', '']);
  });

  test('keeps the page apart from an answer to the same address', async () => {
    const page = await service.send({ method: 'GET', path: question, headers: { accept: navigation } });
    const answer = await service.send({ method: 'GET', path: question, headers: { 'apollo-require-preflight': '1' } });
    for (const { headers } of [page, answer]) expect(headers.vary?.toLowerCase()).toMatch(/(?:^|, ?)accept(?:,|$)/);
  });

  test('that has the page is told that it still holds', async () => {
    const { headers } = await service.send({ method: 'GET', headers: { accept: navigation } });
    const again = { accept: navigation, 'if-none-match': headers.etag ?? '' };
    expect((await service.send({ method: 'GET', headers: again })).status).toBe(304);
  });
});

describe('at /graphql a program gets answers', () => {
  test.each([
    ['anything', '*/*'],
    ['JSON', 'application/json'],
    ['GraphQL', 'application/graphql-response+json'],
    ['GraphQL or else a page', 'application/graphql-response+json, text/html;q=0.9'],
    ['JSON as much as a page', 'application/json, text/html'],
  ])('when it accepts %s', async (_name, accept) => {
    const headers = { accept, 'apollo-require-preflight': '1' };
    expect((await service.send({ method: 'GET', path: question, headers })).json()).toEqual({
      data: { __typename: 'Query' },
    });
  });

  test('when it sends an operation by POST, whatever else it accepts', async () => {
    const { json } = await service.post('{ __typename }', {}, { accept: navigation });
    expect(json()).toEqual({ data: { __typename: 'Query' } });
  });
});

test('without built pages a browser is told how to build them', async () => {
  const bare = await startService(fakeGraph(), {}, { pages: await temporaryFolder() });
  try {
    const { status, json } = await bare.send({ method: 'GET', headers: { accept: navigation } });
    expect([status, json().errors?.[0]?.message]).toEqual([404, expect.stringContaining('npm run build:pages')]);
  } finally {
    await bare.stop();
  }
});
