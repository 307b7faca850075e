/**
 * The types of the model's declarations, with the names that the declarations themselves give: a node type, an edge type
 * or an enum that is not declared does not compile. The GraphQL schema, the engine's Cypher, the dataset's tables, the
 * indexes and the loader read them.
 */
import type { EdgeName } from './edges.js';
import type { EdgeOf, FieldOf, NodeOf, RelationshipTo, StepAlong } from './language.js';
import type { NodeName } from './nodes/index.js';

export type { EdgeName } from './edges.js';
export {
  type ComputedDeclaration,
  type Description,
  describe,
  type EnumDeclaration,
  enumeration,
  type PropertyDeclaration,
  printDescription,
  type ScalarType,
  type ValueDeclaration,
  type ValuePropertyDeclaration,
  valueDescription,
} from './language.js';
export type { NodeName } from './nodes/index.js';

/** A node type, or "Entity" where any named node can stand. */
export type TargetName = NodeName | 'Entity';

/** What can be asked for: a node type, or an interface of the schema that several of them are. */
export type TypeOrInterface = TargetName | 'Node';

export type Step = StepAlong<EdgeName>;
export type RelationshipDeclaration = RelationshipTo<TargetName, EdgeName>;
export type FieldDeclaration = FieldOf<TargetName, EdgeName>;
export type NodeDeclaration = NodeOf<NodeName, TargetName, EdgeName>;
export type EdgeDeclaration = EdgeOf<EdgeName, TargetName>;
