/** Requests that nobody sends by mistake alone: each is answered or refused, and never a failure of the service. */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc, { type Arbitrary } from 'fast-check';
import type { Example } from '../../src/examples/example.js';
import { print } from '../graph/oracle/print.js';
import type { Operations } from '../graph/oracle/selections.js';
import type { Sent } from '../http/service.js';
import { ask, send } from './ask.js';
import { accepts, methods, parameterNames, parameterValues, payloads, segments } from './payloads.js';
import { framings, sendRaw } from './raw.js';
import { type AnyKind, kindOf } from './valid.js';

export interface HostileOptions {
  readonly url: string;
  readonly operations: Operations;
  readonly examples: readonly Example[];
}

const json = { 'content-type': 'application/json' };
const post = (query: unknown, variables?: unknown, headers: Readonly<Record<string, string>> = {}): Sent => ({
  headers: { ...json, ...headers },
  body: JSON.stringify({ query, variables }),
});
const payload = fc.constantFrom(...payloads);
const oddText = fc.oneof(payload, fc.string({ unit: 'binary', maxLength: 30 }));

/** The kinds of hostile requests. */
export async function hostileKinds(options: HostileOptions): Promise<Readonly<Record<string, AnyKind>>> {
  const { url, operations, examples } = options;
  const sending = (cases: Arbitrary<Sent>): AnyKind =>
    kindOf({ cases, holds: async (sent) => void (await send(url, sent)) });
  const documents = operations.any().map((operation) => print(operation, new Map()));
  return {
    bodies: sending(bodies),
    headers: sending(headers),
    framing: kindOf({ cases: framings(new URL(url)), holds: (one) => sendRaw(new URL(url), one) }),
    paths: sending(paths),
    parameters: sending(parameters(examples)),
    cursors: sending(cursors(await someCursors(url))),
    'texts in variables': sending(fc.oneof(textsEverywhere, oddVariables(examples))),
    introspection: sending(introspection),
    'mutated operations': sending(mutated(documents)),
  };
}

const bodies: Arbitrary<Sent> = fc.record({
  headers: fc
    .tuple(
      fc.constantFrom('application/json', 'application/json; charset=utf-16', 'text/plain', 'multipart/form-data', ''),
      fc.constantFrom('', '', 'identity', 'gzip', 'deflate', 'br', 'zstd', 'gzip, gzip'),
    )
    .map(([type, encoding]) => ({
      ...(type ? { 'content-type': type } : {}),
      ...(encoding ? { 'content-encoding': encoding } : {}),
    })),
  body: fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc.json().map((text) => Buffer.from(text)),
    fc
      .record({ query: fc.oneof(oddText, fc.jsonValue()), variables: fc.jsonValue(), extensions: fc.jsonValue() })
      .map((value) => Buffer.from(JSON.stringify(value))),
    fc.integer({ min: 1, max: 50_000 }).map((depth) => Buffer.from(`{"query":"{a}","variables":${'['.repeat(depth)}`)),
    // What grows when it is unpacked.
    fc
      .tuple(fc.constantFrom(gzipSync, deflateSync, brotliCompressSync), fc.integer({ min: 1, max: 4_000_000 }))
      .map(([pack, size]) => pack(Buffer.alloc(size, 0x20))),
    fc.constantFrom('utf16le' as const, 'latin1' as const).map((name) => Buffer.from('{"query":"{計画}"}', name)),
  ),
});

const headers: Arbitrary<Sent> = fc
  .uniqueArray(
    fc.oneof(
      fc.tuple(
        fc.constantFrom('origin', 'host', 'referer', 'x-forwarded-for', 'x-forwarded-host', 'x-request-id'),
        fc.constantFrom('http://evil.example', 'null', '127.0.0.1', '::1', 'a'.repeat(500), '%0d%0aa: b', '999.9.9.9'),
      ),
      fc.tuple(
        fc.constantFrom('x-no-cache', 'x-cost', 'x-explain', 'apollo-require-preflight', 'if-none-match', 'range'),
        fc.constantFrom('1', '0', '', '"x"', '*', 'W/"', 'bytes=0-1,2-3,-1', 'a'.repeat(300)),
      ),
      fc.tuple(fc.constant('accept'), fc.constantFrom(...accepts)),
      fc.tuple(fc.constant('accept-encoding'), fc.constantFrom('br', 'gzip;q=0', '*;q=0', 'x', 'identity;q=0')),
      fc.tuple(fc.constant('accept-language'), fc.constantFrom('ja', 'en;q=2', '*', ';;', 'a'.repeat(200))),
      fc.tuple(fc.constantFrom('cookie', 'authorization', 'x-__proto__'), fc.constantFrom('a=b; c', 'Basic x', '')),
    ),
    { selector: ([name]) => name, maxLength: 6 },
  )
  .chain((pairs) =>
    fc
      .constantFrom('/graphql', '/export/graph.ttl?ids=sdg:17', '/dossier/sdg:17', '/', '/readyz')
      .map((path) =>
        path === '/graphql'
          ? post('{ sdgs(first: 1) { nodes { id } } }', {}, Object.fromEntries(pairs))
          : { method: 'GET', path, headers: Object.fromEntries(pairs) },
      ),
  );

const paths: Arbitrary<Sent> = fc
  .tuple(
    fc.constantFrom(...methods),
    fc.array(fc.constantFrom(...segments), { maxLength: 7 }),
    fc.constantFrom(...accepts),
    fc.constantFrom('', '?', '?x', '#', '?a=%', '?%00', '?__proto__[a]=b'),
  )
  .map(([method, parts, accept, end]) => ({
    method,
    // What node's own client would refuse to send is written as a browser would.
    path: `/${parts.join('/')}${end}`.replace(/[^!-~]/gu, encodeURIComponent),
    headers: { accept },
  }));

const parameters = (examples: readonly Example[]): Arbitrary<Sent> =>
  fc
    .tuple(
      fc.constantFrom(
        ...['/graphql', '/export/graph.ttl', '/export/graph.graphml', '/export/graph.jsonld', '/export/measures.csv'],
        ...['/export/measures.xlsx', '/dossier/honjo:measure:5-2-3', '/dossier/sdg:17', '/', '/measures', '/search'],
      ),
      fc.array(
        fc.tuple(
          fc.oneof(fc.constantFrom(...parameterNames), oddText),
          fc.oneof(
            { weight: 4, arbitrary: fc.constantFrom(...parameterValues) },
            oddText,
            fc.constantFrom(...examples.map(({ query }) => query)),
          ),
        ),
        { minLength: 1, maxLength: 4 },
      ),
      fc.constantFrom('apollo-require-preflight', 'x-nothing'),
    )
    .map(([path, pairs, header]) => ({
      method: 'GET',
      path: `${path}?${new URLSearchParams(pairs as [string, string][])}`,
      headers: { [header]: '1' },
    }));

const listWithCursor = 'policyItems(orderBy: { code: ASC }, first: 2';

/** Cursors as a list returns them. */
async function someCursors(url: string): Promise<readonly string[]> {
  const { data } = await ask(url, `{ ${listWithCursor}) { edges { cursor } } }`, {});
  const { policyItems } = data as { policyItems: { edges: readonly { cursor: string }[] } };
  return policyItems.edges.map(({ cursor }) => cursor);
}

function cursors(real: readonly string[]): Arbitrary<Sent> {
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value) ?? '').toString('base64url');
  const one = fc.constantFrom(...real);
  const parts = one.map((cursor) => JSON.parse(Buffer.from(cursor, 'base64url').toString()) as readonly unknown[]);
  const forged = fc.oneof(
    fc.tuple(parts, fc.nat(3), fc.jsonValue()).map(([value, at, odd]) => encoded(value.with(at % value.length, odd))),
    fc.tuple(one, fc.nat(100), fc.string({ maxLength: 3 })).map(([cursor, at, odd]) => {
      const place = at % cursor.length;
      return cursor.slice(0, place) + odd + cursor.slice(place + 1);
    }),
    fc.tuple(parts, fc.array(fc.jsonValue(), { maxLength: 3 })).map(([value, more]) => encoded([...value, ...more])),
    fc.jsonValue().map(encoded),
    oddText,
  );
  return fc.tuple(forged, fc.constantFrom('after', 'before')).map(([cursor, name]) =>
    post(`query ($c: String) { ${listWithCursor.replace('first: 2', `${name}: $c`)}) { totalCount nodes { id } } }`, {
      c: cursor,
    }),
  );
}

const everyText = `query ($text: String!, $id: ID!, $texts: [String!]!, $ids: [ID!]!) {
  measures(first: 1, filter: { or: [{ name: { eq: $text } }, { code: { startsWith: $text, ignoreCase: true } }] }) { totalCount }
  departments(first: 1, filter: { name: { notIn: $texts }, nameEn: { contains: $text }, aliases: { has: $text } }) { totalCount }
  node(id: $id) { id }
  nodes(ids: $ids) { id }
  measure(code: $text) { id }
  department(name: $text) { id }
  search(query: $text, first: 3) { totalCount edges { node { id } } }
  resolveNames(names: $texts, limit: 2) { name matches { score } }
  likeness(id: $id, limit: 2) { totalCount }
  neighborhood(ids: $ids, depth: 1, limit: 5) { nodes { id } }
}`;

const textsEverywhere: Arbitrary<Sent> = fc
  .tuple(oddText, fc.array(oddText, { maxLength: 3 }))
  .map(([text, more]) => post(everyText, { text, id: text, texts: [text, ...more], ids: [...more, text] }));

/** Examples with some of their variables replaced by anything. */
const oddVariables = (examples: readonly Example[]): Arbitrary<Sent> =>
  fc
    .tuple(
      fc.constantFrom(...examples.filter(({ variables }) => Object.keys(variables).length > 0)),
      fc.array(fc.oneof(fc.jsonValue(), oddText, fc.array(oddText, { maxLength: 5 })), { minLength: 4, maxLength: 4 }),
      fc.nat(15),
    )
    .map(([{ query, variables }, odd, which]) => {
      const changed = Object.entries(variables).map(([name, value], index) =>
        which & (1 << (index % 4)) ? [name, odd[index % odd.length]] : [name, value],
      );
      return post(query, Object.fromEntries(changed));
    });

const introspection: Arbitrary<Sent> = fc
  .tuple(
    fc.integer({ min: 1, max: 40 }),
    fc.array(
      fc.constantFrom(
        'fields(includeDeprecated: true) { name description args { name description defaultValue type { name } } }',
        'inputFields { name description defaultValue type { kind ofType { name } } }',
        'enumValues { name description }',
        'possibleTypes { name fields { name type { fields { name } } } }',
        'interfaces { name possibleTypes { name interfaces { name } } }',
        'name',
        'kind',
        'description',
      ),
      { minLength: 1, maxLength: 5 },
    ),
    fc.constantFrom('__schema { types {', '__schema { queryType {', '__type(name: "Measure") { fields { type {'),
    fc.boolean(),
  )
  .map(([times, parts, start, kept]) => {
    const end = ' }'.repeat(start.split('{').length - 1);
    const one = (index: number) => `a${index}: ${start} ${parts.join(' ')}${end}`;
    const query = `{ ${Array.from({ length: times }, (_, index) => one(index)).join(' ')} }`;
    return post(query, {}, kept ? {} : { 'x-no-cache': '1' });
  });

/** Valid operations in which a part was left out, doubled, exchanged or replaced. */
function mutated(documents: Arbitrary<ReturnType<typeof print>>): Arbitrary<Sent> {
  const token = /"(?:\\.|[^"\\])*"|\.\.\.|[\w$@]+|[^\s\w]/g;
  const changes = fc.array(
    fc.tuple(
      fc.nat(1_000),
      fc.constantFrom('omit', 'double', 'exchange', 'replace'),
      fc.oneof(
        fc.constantFrom('{', '}', '(', ')', '[', ']', ':', '!', '$', '@skip', '...', '"""', '&', '-1', '1e400', 'null'),
        fc.constantFrom('99999999999', 'true', '__typename', '__schema', 'first', 'filter', 'fragment', 'mutation'),
        oddText.map((text) => JSON.stringify(text)),
      ),
    ),
    { minLength: 1, maxLength: 3 },
  );
  return fc.tuple(documents, changes, fc.jsonValue()).map(([{ text, variables }, list, odd]) => {
    const tokens = text.match(token) ?? [];
    for (const [at, how, other] of list) {
      const place = at % tokens.length;
      const one = tokens[place] ?? '';
      if (how === 'omit') tokens.splice(place, 1);
      if (how === 'double') tokens.splice(place, 0, one);
      if (how === 'exchange') tokens.splice(place, 2, tokens[place + 1] ?? '', one);
      if (how === 'replace') tokens.splice(place, 1, other);
    }
    return post(tokens.join(' '), list.length === 3 ? odd : variables[0]);
  });
}
