/** Texts, names and addresses that a careless service would stumble over. */
import { oddTexts } from '../graph/oracle/leaves.js';

/** Cypher, Lucene, regular expressions, HTML, and what the oracle's generators know of odd texts. */
export const payloads: readonly string[] = [
  ...oddTexts,
  "') DETACH DELETE n //",
  "' UNION MATCH (n) RETURN n //",
  '"}) RETURN 1 //',
  '`) DETACH DELETE (n)',
  '$$query',
  'CALL db.labels()',
  'LOAD CSV FROM "file:///etc/passwd" AS l RETURN l',
  '*:*',
  'id:[* TO *]',
  'a~0.1 b^99999',
  '+-&&||!(){}[]^"~*?:\\/',
  '/(a+)+$/',
  '(((((((((((',
  `${'a'.repeat(200)}*`,
  '?'.repeat(100),
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '=1+1',
  '\r\nset-cookie: a=b',
  '\u202e\u0000\ufeff',
  '\u0024{jndi:ldap://x}',
  '{{7*7}}',
  '%s%n',
  '../../etc/passwd',
  'honjo:measure:5-2-3',
  'sdg:17',
  'の',
  '計画',
];

/** Parts of addresses. */
export const segments: readonly string[] = [
  ...['..', '%2e%2e', '%252e%252e', '..;', '..%2f', '%5c..', '..\\', '%00', '%c0%ae%c0%ae', '.', '', '%', '%zz'],
  ...['graphql', 'export', 'dossier', 'assets', 'healthz', 'readyz', 'metrics', 'measures', 'graph.ttl', 'graph.'],
  ...['measures.csv', 'gaps.xlsx', 'changes.jsonl', 'package.json', '.data', 'neo4j', 'password', 'cli.js', 'seed'],
  ...['__proto__', 'constructor', 'toString', 'honjo:measure:5-2-3', 'sdg:17', 'sdg:17.html', '<b>', '計画', '%E8'],
];

export const parameterNames: readonly string[] = [
  ...['ids', 'ids[]', 'ids[a]', 'depth', 'municipality', 'stage', 'lang', 'charset', 'charset[]', 'format', 'query'],
  ...['variables', 'extensions', 'operationName', 'example', '__proto__', 'constructor[prototype]', 'toString', ''],
];

export const parameterValues: readonly string[] = [
  ...['', ' ', '0', '-1', '1', '2', '99999999999999999999', 'NaN', '1e9', 'true', 'null', '{}', '[]', 'ja', 'en', 'xx'],
  ...['shift_jis', 'utf-16', 'CURRENT', 'honjo', 'sdg:17', 'honjo:policy-item:5-2', '{ sdgs { nodes { id } } }'],
];

export const methods: readonly string[] = [
  ...['GET', 'GET', 'GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'QUERY'],
];

export const accepts: readonly string[] = [
  ...['*/*', 'text/html', 'application/json', 'application/graphql-response+json', 'text/csv', 'x', '*/*;q=0', ','],
];
