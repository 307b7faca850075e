import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { RequestContext } from '../../api/context.js';
import { askedFields, executionSchema } from '../../api/execution-schema.js';
import { type Cost, costOf, refuseAbove } from '../../graph/cost.js';
import type { OperationShapes } from '../../graph/operation-shapes.js';
import { InvalidOperation } from './invalid-operation.js';
import { maximumErrors, refusalOf } from './validation-words.js';
import { mistakesIn } from './value-words.js';

type Variables = Readonly<Record<string, unknown>>;

/** A schema as clients see it, and by which operations are executed that no analysis takes part in. */
export interface Schemas {
  readonly schema: GraphQLSchema;
  /** Passes on what the engine has assembled without going through it once more. */
  readonly executable: GraphQLSchema;
  /** Fields that only the schema as clients see it can answer: those of analyses, and introspection. */
  readonly analysed: ReadonlySet<string>;
}

export const schemasOf = (schema: GraphQLSchema): Schemas => ({
  schema,
  executable: executionSchema(schema),
  analysed: new Set(['__schema', '__type', ...askedFields(schema)]),
});

/** What parsing, validating and measuring a document gave. */
export interface PreparedParts {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** SHA-256 of the document's text. */
  readonly hash: string;
  /** The names of all fields of the operation. */
  readonly fields: ReadonlySet<string>;
  /** Whether errors say what the schema would allow. */
  readonly hints: boolean;
}

/**
 * One operation of one text: parsed, valid and within its limits. Everything that is worked out of it for later requests
 * hangs here: what it costs and how it is compiled, for variables of each shape.
 */
export class PreparedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly hash: string;
  /** Costs, selections and plans by the shape of variables. */
  readonly shapes: OperationShapes;
  private readonly schema: GraphQLSchema;
  private readonly executedBy: GraphQLSchema;
  private readonly hints: boolean;
  private readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;

  constructor({ document, operation, hash, fields, hints }: PreparedParts, schemas: Schemas, shapes: OperationShapes) {
    this.document = document;
    this.operation = operation;
    this.hash = hash;
    this.shapes = shapes;
    this.schema = schemas.schema;
    this.hints = hints;
    const isAnalysed = [...fields].some((name) => schemas.analysed.has(name));
    this.executedBy = isAnalysed ? schemas.schema : schemas.executable;
    this.fragments = Object.fromEntries(
      document.definitions
        .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
        .map((definition) => [definition.name.value, definition]),
    );
  }

  /** Null for operations without a name. */
  get name(): string | null {
    return this.operation.name?.value ?? null;
  }

  /** What the operation costs with its variables. Throws `InvalidOperation` where these do not fit. */
  cost(variables: Variables): Cost {
    const { schema, operation, hints } = this;
    const definitions = operation.variableDefinitions ?? [];
    const options = { maxErrors: maximumErrors, hideSuggestions: !hints };
    const { coerced, errors } = getVariableValues(schema, definitions, variables, options);
    if (!coerced) {
      const mistakes = mistakesIn(schema, definitions, variables, errors.length);
      throw new InvalidOperation(
        errors.map((error, index) => refusalOf(error, mistakes[index] ?? null, 'BAD_USER_INPUT', hints)),
      );
    }
    return costOf(schema, operation, this.fragments, coerced, this.shapes);
  }

  /** What the operation costs with its variables; refused where that is more than `limit`. */
  admit(variables: Variables, limit: number): Cost {
    const cost = this.cost(variables);
    refuseAbove(limit, cost);
    return cost;
  }

  execute(contextValue: RequestContext, variableValues: Variables): ExecutionResult | Promise<ExecutionResult> {
    const { executedBy: schema, document, name } = this;
    const options = { maxCoercionErrors: maximumErrors };
    return execute({ schema, document, operationName: name, variableValues, contextValue, options });
  }
}
