import type { ClassType } from 'type-graphql';
import type { NodeDeclaration } from '../../model/declaration.js';
import { declareArgument, mention } from '../types/decorate.js';
import { connectionArguments, connectionType } from '../types/objects.js';

/**
 * Gives a field resolver that returns a connection the arguments of every connection of that type. The engine reads them
 * from the operation; the method has them behind its own parameters and need not name them.
 */
export function declareConnectionArguments(
  resolver: ClassType,
  method: string,
  parameters: number,
  node: NodeDeclaration,
): void {
  mention(() => connectionType(node));
  for (const [index, argument] of connectionArguments(node).entries())
    declareArgument(resolver, method, parameters + index, argument);
}
