/** The scalar of days. It stands in the schema for what the model calls a `Date`. */
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';
import { isDay } from '../../model/days.js';

function read(value: unknown): string {
  if (typeof value === 'string' && isDay(value)) return value;
  throw new GraphQLError(`Date cannot represent a value other than a day such as 2024-04-01: ${inspect(value)}`);
}

export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day, written 2024-04-01. [日付（2024-04-01 の形）]',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date.html',
  serialize: read,
  parseValue: read,
  parseLiteral: (node: ValueNode) => read(node.kind === Kind.STRING ? node.value : null),
});
