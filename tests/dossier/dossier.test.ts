import { expect, test } from '@jest/globals';
import { validate } from 'graphql';
import { schema } from '../../src/api/schema.js';
import { dossierTypes, isDossierType } from '../../src/dossier/dossier.js';

const types = Object.keys(dossierTypes).filter(isDossierType);

test.each(types)('the operation of a %s fits the schema', (type) => {
  expect(validate(schema(), dossierTypes[type].document).map(({ message }) => message)).toEqual([]);
});

test.each(types)('the sections of a %s have keys of their own', (type) => {
  const keys = Object.values(dossierTypes[type].parts).flatMap((sections) => Object.keys(sections));
  expect(new Set(keys).size).toBe(keys.length);
});
