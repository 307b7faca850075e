import { describe, expect, test } from '@jest/globals';
import { type DocumentNode, getOperationAST, type OperationDefinitionNode, validate } from 'graphql';
import { schema } from '../../src/api/schema.js';
import { costOf } from '../../src/graph/cost.js';
import { PlanCache } from '../../src/graph/plan.js';
import { expectFile } from '../expected-file.js';
import { caseNames, readCase, statementsFile } from './cases.js';
import { printed, unprinted } from './printed-cypher.js';
import { sentStatements } from './sent-statements.js';

const fragmentsOf = ({ definitions }: DocumentNode) =>
  Object.fromEntries(
    definitions.flatMap((definition) =>
      definition.kind === 'FragmentDefinition' ? [[definition.name.value, definition]] : [],
    ),
  );

/** A statement more than before, or another one, is a diff in review. `tests/seeded/graph` has Neo4j answer them. */
describe('an operation is sent to the graph as the statements of its case', () => {
  test.each(caseNames)('%s', async (name) => {
    const { document, variables, path } = readCase(name);
    expect(validate(schema(), document)).toEqual([]);
    const statements = await sentStatements(document, variables);
    expectFile(path('statements.cypher'), statementsFile(statements));
    for (const { cypher } of statements) expect(unprinted(printed(cypher))).toBe(unprinted(cypher));
    // A service computes the cost first, and compiles from the same selection.
    const plans = new PlanCache();
    const operation = getOperationAST(document) as OperationDefinitionNode;
    costOf(schema(), operation, fragmentsOf(document), variables, plans.of(operation));
    expect(await sentStatements(document, variables, plans)).toEqual(statements);
  });
});
