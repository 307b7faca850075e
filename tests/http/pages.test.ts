import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
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
    await writeFile(
      join(pages, page, 'index.html'),
      `<!doctype html><html lang="ja"><meta property="og:image" content="/assets/preview.png" /><meta property="og:image" data-page="pivot" content="/assets/pivot.png" /><link rel="modulepreload" data-page="pivot" href="/assets/pivot.js"><link rel="stylesheet" data-page="lists" href="/assets/list.css"><title>${page}</title><div id="${page}"></div>`,
    );
  }
  await mkdir(join(pages, 'assets'));
  await writeFile(join(pages, 'assets', 'program.js'), 'plain');
  await writeFile(join(pages, 'assets', 'program.js.br'), 'compressed');
  const site = { operator: '緑野市 & 隣', licence: 'CC BY 4.0', contact: 'mailto:desk@midorino.example' };
  service = await startService(fakeGraph(), { site }, { pages });
});

afterAll(() => service.stop());

/** What browsers send when they are sent to an address. */
const navigation = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';
const question = `/graphql?${new URLSearchParams({ query: '{ __typename }', variables: '{}' })}`;

describe('at /graphql a browser', () => {
  test.each(['/graphql', '/graphql/', question])('gets the playground: %s', async (path) => {
    const { status, headers, body } = await service.send({ method: 'GET', path, headers: { accept: navigation } });
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body).toContain('<title>API プレイグラウンド — 政策グラフ</title>');
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

describe('what the build compressed', () => {
  const asset = (encodings: string) =>
    service.send({ method: 'GET', path: '/assets/program.js', headers: { 'accept-encoding': encodings } });

  test('is sent as it is to clients that take it, for a year', async () => {
    const { status, headers, body } = await asset('gzip, deflate, br');
    expect([status, headers['content-encoding'], headers['content-type']]).toEqual([
      200,
      'br',
      'text/javascript; charset=utf-8',
    ]);
    expect(headers.vary?.toLowerCase()).toContain('accept-encoding');
    expect(headers['cache-control']).toContain('max-age=31536000');
    expect(body).toBe('compressed');
  });

  test('is not sent to others', async () => {
    const { headers, body } = await asset('identity');
    expect([headers['content-encoding'], body]).toEqual([undefined, 'plain']);
  });
});

describe('before any script runs, a page says', () => {
  const page = async (path: string) => {
    const { status, body } = await service.send({ method: 'GET', path, headers: { accept: navigation } });
    const titles = [...body.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title);
    return { status, body, titles };
  };

  test.each([
    ['/', 200, '政策グラフ'],
    ['/?lang=en', 200, 'Policy graph'],
    ['/progress', 200, '進み具合 — 政策グラフ'],
    ['/glossary?lang=en', 200, 'Glossary — Policy graph'],
    ['/beside?ids=honjo:department:1', 200, '並べて比較 — 政策グラフ'],
    ['/pivot?rows=GRADE', 200, 'クロス集計 — 政策グラフ'],
    ['/cities', 200, '市区町村 — 政策グラフ'],
    ['/cities/honjo?lang=en', 200, 'Cities — Policy graph'],
    ['/lists/measures', 200, '施策中項目 — 政策グラフ'],
    ['/lists/measures?lang=en&sdg=17', 200, 'Measures — Policy graph'],
    ['/lists/nothing', 404, '一覧 — 政策グラフ'],
    ['/lists/changes', 404, '一覧 — 政策グラフ'],
    ['/lists/reformFields', 404, '一覧 — 政策グラフ'],
    ['/docs', 200, '開発者向け文書 — 政策グラフ'],
    ['/docs/settings?lang=en', 200, 'Settings — Policy graph'],
    ['/docs/nothing', 404, '開発者向け文書 — 政策グラフ'],
    ['/docs/..%2F..%2Fpackage.json', 404, '開発者向け文書 — 政策グラフ'],
    ['/nowhere/%E0%A4%A', 404, '政策グラフ'],
    ['/nowhere', 404, '政策グラフ'],
  ])('its title: %s', async (path, status, title) => {
    expect(await page(path)).toMatchObject({ status, titles: [title] });
  });

  test.each([
    ['/pivot', '/assets/pivot.png'],
    ['/graph', '/assets/preview.png'],
  ])('one picture for links to it, of its kind where there is one: %s', async (path, picture) => {
    const { body } = await page(path);
    const pictures = [...body.matchAll(/<meta property="og:image"[^>]* content="([^"]*)"/g)].map(
      ([, address]) => address,
    );
    expect(pictures).toEqual([expect.stringMatching(new RegExp(`^http://[^/]+${picture}$`))]);
  });

  test.each([
    ['/pivot', ['/assets/pivot.js']],
    ['/lists/measures', ['/assets/list.css']],
    ['/', []],
  ])('what it loads beside what all pages load, so that it comes at once: %s', async (path, files) => {
    const { body } = await page(path);
    expect([...body.matchAll(/<link [^>]*href="([^"]*)"/g)].map(([, file]) => file)).toEqual(files);
  });

  test.each([
    ['/', '政策グラフ', /^市の計画や行政改革の文書/],
    ['/?lang=en', 'Policy graph', /^What a city’s plans/],
    ['/progress', '進み具合', /^成果指標が目標まで/],
    ['/lists/measures?lang=en&sdg=17', 'Measures', /^A list to filter/],
    ['/pivot?rows=GRADE', 'クロス集計', undefined],
    ['/docs/settings?lang=en', 'Settings', undefined],
  ])('its heading and what it is, in the place of the program: %s', async (path, heading, lead) => {
    const { body } = await page(path);
    const [, first = ''] = /<div id="explorer">(.*)<\/div>/.exec(body) ?? [];
    expect(/<h1>(.*?)<\/h1>/.exec(first)?.[1]).toBe(heading);
    const said = /<p class="lead">(.*?)<\/p>/.exec(first)?.[1];
    if (lead) expect(said).toMatch(lead);
    else expect(said).toBeUndefined();
  });

  test.each(['/nowhere', '/lists/nothing', '/docs/nothing', '/cities/honjo', '/figures/grades', '/embed/grades'])(
    'no heading that the program would replace by another: %s',
    async (path) => {
      const { body } = await page(path);
      expect(body).toContain('<div id="explorer"></div>');
    },
  );

  test('who runs it and how to report an error, as text', async () => {
    const { body } = await page('/');
    expect(body).toContain('<meta name="policy-graph:operator" content="緑野市 &amp; 隣" />');
    expect(body).toContain('<meta name="policy-graph:contact" content="mailto:desk@midorino.example" />');
    expect(body).toContain('<meta property="og:title" content="政策グラフ" />');
  });

  test('nothing that an address can put into it', async () => {
    const { body } = await page('/lists/x?"><script>alert(1)</script>');
    expect(body).not.toContain('<script>');
  });
});

test('a page does not wait for a database that says nothing', async () => {
  const pages = await temporaryFolder();
  await mkdir(join(pages, 'explorer'));
  await writeFile(join(pages, 'explorer', 'index.html'), '<!doctype html><html lang="ja"><title>explorer</title>');
  const graph = fakeGraph();
  graph.answer = () => new Promise<never>(() => {});
  const silent = await startService(graph, {}, { pages });
  try {
    const sent = { method: 'GET', path: '/things/green:measure:1', headers: { accept: navigation } };
    const { status, body } = await silent.send(sent);
    expect([status, body]).toEqual([200, expect.stringContaining('<title>項目 — 政策グラフ</title>')]);
  } finally {
    await silent.stop();
  }
});

describe('a figure in a page of somebody else', () => {
  let embedded: Service;
  beforeAll(async () => {
    const pages = await temporaryFolder();
    await mkdir(join(pages, 'explorer'));
    await writeFile(join(pages, 'explorer', 'index.html'), '<!doctype html><html lang="ja"><title>explorer</title>');
    embedded = await startService(fakeGraph(), { embedOrigins: ['https://news.example'] }, { pages });
  });
  afterAll(() => embedded.stop());
  const get = (path: string, accept = navigation) => embedded.send({ method: 'GET', path, headers: { accept } });

  test('may stand in pages of the origins that are set, and nothing else may', async () => {
    const figure = await get('/embed/grades');
    expect(figure.headers['content-security-policy']).toContain("frame-ancestors 'self' https://news.example");
    expect(figure.headers).not.toHaveProperty('x-frame-options');
    for (const path of ['/', '/figures/grades', '/things/green:measure:1']) {
      const { headers } = await get(path);
      expect([headers['x-frame-options'], headers['content-security-policy']]).toEqual(['DENY', webPolicy]);
    }
  });

  test('is a frame for programs that are given its address', async () => {
    const { body } = await get('/figures/grades?lang=en&stage=ADOPTED');
    const [, link = ''] = /application\/json\+oembed" href="([^"]*)"/.exec(body) ?? [];
    const { pathname, search } = new URL(link.replaceAll('&amp;', '&'));
    const reply = await get(`${pathname}${search}`, 'application/json');
    expect(JSON.parse(reply.body)).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: 'Grades of reform sheets',
      html: expect.stringMatching(/^<iframe src="http:\S+\/embed\/grades\?lang=en&amp;stage=ADOPTED" /),
    });
    const small = await get(`${pathname}${search}&maxwidth=400&maxheight=10`, 'application/json');
    expect(JSON.parse(small.body)).toMatchObject({ width: 400, height: 280 });
  });

  test.each([
    ['/figures/nothing', 404],
    ['/embed/nothing', 404],
    ['/oembed?url=https://news.example/figures/grades', 404],
    ['/oembed', 404],
    ['/oembed?url=x&format=xml', 400],
  ])('is none: %s', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });

  test('is for pages of the service alone where no origin is set', async () => {
    const sent = { method: 'GET', path: '/embed/grades', headers: { accept: navigation } };
    expect((await service.send(sent)).headers['content-security-policy']).toContain("frame-ancestors 'self'");
    const oembed = await service.send({
      method: 'GET',
      path: '/oembed?url=x',
      headers: { accept: 'application/json' },
    });
    expect(oembed.status).toBe(404);
  });
});

test('a client that says no host gets pages without addresses of the service', async () => {
  const { hostname, port } = new URL(service.url);
  const socket = connect(Number(port), hostname);
  socket.write('GET / HTTP/1.0\r\naccept: text/html\r\n\r\n');
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer).toContain('<title>政策グラフ</title>');
  expect(answer).not.toContain('og:url');
});
