import { type GraphQLInputType, type GraphQLSchema, getNamedType, isInputObjectType } from 'graphql';

/** What stands for a thing or a value of several parts in an order, the first that there is. */
const standsForIt = ['value', 'startFiscalYear', 'code', 'number', 'name', 'text'];

/**
 * By what the API orders a list like a column of it: `code`, `policyItem.code` for a policy item, `departments.count`
 * for departments; null where it cannot.
 */
export function orderPath(schema: GraphQLSchema, type: string, column: string): string | null {
  let input: GraphQLInputType | undefined = schema.getType(`${type}Order`) as GraphQLInputType | undefined;
  const steps: string[] = [];
  const step = (name: string): boolean => {
    const named = input && getNamedType(input);
    const field = isInputObjectType(named) ? named.getFields()[name] : undefined;
    if (!field) return false;
    steps.push(name);
    input = field.type;
    return true;
  };
  if (!column.replace('.totalCount', '').split('.').every(step)) return null;
  while (input && isInputObjectType(getNamedType(input))) if (!['count', ...standsForIt].some(step)) return null;
  return steps.join('.');
}
