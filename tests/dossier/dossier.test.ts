import { expect, test } from '@jest/globals';
import { validate } from 'graphql';
import { schema } from '../../src/api/schema.js';
import { dossierTypes, isDossierType, stepsOf } from '../../src/dossier/dossier.js';
import type { Section } from '../../src/dossier/section.js';

const types = Object.keys(dossierTypes).filter(isDossierType);

test.each(types)('the operation of a %s fits the schema', (type) => {
  expect(validate(schema(), dossierTypes[type].document).map(({ message }) => message)).toEqual([]);
});

test.each(types)('the sections of a %s have keys of their own', (type) => {
  const keys = Object.values(dossierTypes[type].parts).flatMap((sections) => Object.keys(sections));
  expect(new Set(keys).size).toBe(keys.length);
});

test.each(types)('a section of a %s shows fields that lead somewhere', (type) => {
  for (const sections of Object.values(dossierTypes[type].parts))
    for (const { of = [] } of Object.values<Section<never>>(sections))
      for (const path of of) expect([path, stepsOf(type, path.split('.'))]).toEqual([path, [expect.any(Array)]]);
});
