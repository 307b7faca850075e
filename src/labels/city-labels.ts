import type { GraphQLSchema } from 'graphql';
import { type Labels, type Language, labelsIn } from './labels.js';
import { type CitiesWithLevels, levelNamesIn, levelsSelection, levelsVariables } from './level-names.js';
import { once } from './once.js';
import { vocabularyOf } from './vocabulary.js';

/** Labels of the schema, with the levels of the plan as one city calls them: of what is made outside of the explorer. */
export class CityLabels {
  private readonly made: () => ReturnType<typeof vocabularyAndSelection>;

  constructor(schema: GraphQLSchema) {
    this.made = once(() => vocabularyAndSelection(schema));
  }

  /** What an operation with `levelsVariables` asks the API for. */
  get selection(): string {
    return this.made().selection;
  }

  /** An operation that asks for nothing else, and answers as `cities`. */
  get operation(): string {
    return `query Levels(${levelsVariables}) { cities: ${this.selection} }`;
  }

  /** The labels; `cities` is what was answered, without which levels are called as in all cities. */
  in(language: Language, cities: CitiesWithLevels = { nodes: [] }): Labels {
    const { vocabulary } = this.made();
    return labelsIn(vocabulary, language, levelNamesIn(vocabulary, cities));
  }
}

function vocabularyAndSelection(schema: GraphQLSchema) {
  const vocabulary = vocabularyOf(schema);
  return { vocabulary, selection: levelsSelection(vocabulary) };
}
