import { describe, expect, test } from '@jest/globals';
import { validate } from 'graphql';
import { schema } from '../../src/api/schema.js';
import { expectFile } from '../expected-file.js';
import { caseNames, readCase, statementsFile } from './cases.js';
import { printed, unprinted } from './printed-cypher.js';
import { sentStatements } from './sent-statements.js';

/** A statement more than before, or another one, is a diff in review. `tests/seeded/graph` has Neo4j answer them. */
describe('an operation is sent to the graph as the statements of its case', () => {
  test.each(caseNames)('%s', async (name) => {
    const { document, variables, path } = readCase(name);
    expect(validate(schema(), document)).toEqual([]);
    const statements = await sentStatements(document, variables);
    expectFile(path('statements.cypher'), statementsFile(statements));
    for (const { cypher } of statements) expect(unprinted(printed(cypher))).toBe(unprinted(cypher));
  });
});
