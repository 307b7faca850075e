import { readFile } from 'node:fs/promises';
import { type DocumentNode, Kind, parse, type TypeNode, visit } from 'graphql';
import { projectFile } from '../project-files.js';

/** An operation of the web pages, with values to ask it with. */
export interface PageOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One thing of each type to ask about, by the name of the type. */
export type Samples = Readonly<Record<string, string>>;

/**
 * The operations that the built pages ask, those of the first page before those about single things. What needs a value
 * that cannot be guessed, such as words to search for, is left out; without built pages there are none.
 */
export async function pageOperations(
  samples: Samples,
  file = projectFile('dist/web/operations.json'),
): Promise<readonly PageOperation[]> {
  const texts = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '{}';
    throw error;
  });
  const operations = Object.values<string>(JSON.parse(texts)).flatMap((query) => {
    const variables = guessedVariables(parse(query), samples);
    return variables ? [{ query, variables }] : [];
  });
  return operations.sort((a, b) => Number('id' in a.variables) - Number('id' in b.variables));
}

/** Values for the variables that must have one: the municipality, or a thing of the type that the operation is about. */
export function guessedVariables(document: DocumentNode, samples: Samples): PageOperation['variables'] | null {
  const thing = samples[typeAskedAbout(document) ?? 'Measure'] ?? samples.Measure;
  const guesses: Readonly<Record<string, unknown>> = { municipality: samples.Municipality, id: thing };
  const variables: Record<string, unknown> = {};
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const { variable, type, defaultValue } of definition.variableDefinitions ?? []) {
      const guess = guesses[variable.name.value];
      if (guess !== undefined) variables[variable.name.value] = guess;
      else if (isNeeded(type) && !defaultValue) return null;
    }
  }
  return variables;
}

const isNeeded = (type: TypeNode): boolean => type.kind === Kind.NON_NULL_TYPE;

/** The first type that a fragment of the operation is on, as in `node(id: $id) { ... on Measure { … } }`. */
function typeAskedAbout(document: DocumentNode): string | undefined {
  const types: string[] = [];
  const note = (name: string | undefined) => {
    if (name !== undefined && !['Node', 'Entity'].includes(name)) types.push(name);
  };
  visit(document, {
    InlineFragment: ({ typeCondition }) => note(typeCondition?.name.value),
    FragmentDefinition: ({ typeCondition }) => note(typeCondition.name.value),
  });
  return types[0];
}
