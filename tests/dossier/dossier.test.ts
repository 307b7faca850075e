import { expect, test } from '@jest/globals';
import { validate } from 'graphql';
import { schema } from '../../src/api/schema.js';
import { dossierDocuments, dossierTypes, isDossierType } from '../../src/dossier/dossier.js';

const types = Object.keys(dossierTypes).filter(isDossierType);

test.each(types)('the operations of a %s fit the schema', (type) => {
  for (const document of dossierDocuments(type))
    expect(validate(schema(), document).map(({ message }) => message)).toEqual([]);
});

test.each(types)('the sections of a %s have keys of their own', (type) => {
  const keys = dossierTypes[type].flatMap(({ sections }) => Object.keys(sections));
  expect(new Set(keys).size).toBe(keys.length);
});
