import { execute, parse } from 'graphql';
import { requestContext } from '../../src/api/request-context.js';
import { schema } from '../../src/api/schema.js';

/** The statement of a list of measures with these arguments, and the messages of what was refused. */
async function measures(given: string) {
  const asked: string[] = [];
  const read = async (cypher: string) => {
    asked.push(cypher);
    return [{ answer: [0] }];
  };
  const contextValue = requestContext(read);
  const document = parse(`{ measures(${given}) { nodes { id } } }`);
  const { errors = [] } = await execute({ schema: schema(), document, contextValue });
  return { cypher: asked[0] ?? '', refused: errors.map(({ message }) => message) };
}

const occurrences = (text: string, part: string) => text.split(part).length - 1;

describe('a statement is not longer than Neo4j plans in time', () => {
  test.each([
    ['departments', (name: string) => `{ departments: { some: { name: { eq: "${name}" } } } }`, 'OWNED_BY'],
    ['policyItem', (code: string) => `{ policyItem: { code: { eq: "${code}" } } }`, 'PART_OF'],
  ])(
    'a few of many named related nodes are what it is found by, the others are conditions: %s',
    async (_, one, edge) => {
      const { cypher } = await measures(
        `filter: { and: [${Array.from({ length: 10 }, (_, i) => one(`${i}`)).join(' ')}] }`,
      );
      expect(occurrences(cypher, `:${edge}]`)).toBe(10);
      expect(occurrences(cypher, 'EXISTS {')).toBe(6);
    },
  );

  test('a key of an order that comes again is left out', async () => {
    const order = '{ policyItem: { name: ASC } }, { code: DESC }';
    const { cypher } = await measures(`orderBy: [${order}]`);
    const repeated = await measures(`orderBy: [${order}, { policyItem: { name: DESC } }, { code: ASC }]`);
    expect(repeated.cypher).toBe(cypher);
    expect(cypher).not.toBe('');
  });

  test('an order of more entries than anybody needs is refused', async () => {
    const { refused, cypher } = await measures(`orderBy: [${'{ code: ASC } '.repeat(9)}]`);
    expect(refused).toEqual(['measures: orderBy: expected at most 8 entries, but got 9']);
    expect(cypher).toBe('');
  });
});
