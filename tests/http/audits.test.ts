import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { type Service, startService } from './service.js';

let service: Service;

beforeAll(async () => {
  service = await startService();
});

afterAll(() => service.stop());

/** The audits want a server's address before it is there. */
const audits = (headers: Readonly<Record<string, string>>) =>
  serverAudits({
    url: () => `${service.url}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), ...headers } }),
  });

describe('GraphQL over HTTP, by the audits of graphql-http', () => {
  test('there are 61', () => {
    expect(audits({})).toHaveLength(61);
  });

  test.each(audits({}).map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const { status, reason } = (await audit.fn()) as { status: string; reason?: string };
    // What MAY be is left out where a page of another site could send it.
    if (reason !== undefined)
      expect({ status, name: audit.name }).toEqual({ status: 'notice', name: expect.stringMatching(/^MAY .*GET/) });
  });

  test.each(audits({ 'apollo-require-preflight': 'true' }).map((audit) => [audit.name, audit] as const))(
    'with the preflight header: %s',
    async (_name, audit) => {
      expect(await audit.fn()).toMatchObject({ status: 'ok' });
    },
  );
});
