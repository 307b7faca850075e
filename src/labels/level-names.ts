/** What a city calls the levels of its plan, asked of the API: for what is made outside of the explorer. */
import type { LevelNames, Vocabulary } from './labels.js';

type Level = LevelNames[string];

/** What `levelsSelection` answers. */
export interface CitiesWithLevels {
  readonly nodes: readonly Readonly<Record<string, Level>>[];
}

const fieldOf = (type: string): string => `${type.charAt(0).toLowerCase()}${type.slice(1)}Level`;

/** The variables of `levelsSelection`, and their values for a city by key, code or name; null means any. */
export const levelsVariables = '$city: ID, $named: String';
export const cityNamed = (city: string | null) => ({ city, named: city });

/** The cities that the variables name, at most two. */
export const levelsSelection = ({ levels }: Pick<Vocabulary, 'levels'>): string => {
  const names = Object.keys(levels).map((type) => `${fieldOf(type)} { name nameEn }`);
  const sought = '{ key: { eq: $city } } { code: { eq: $named } } { name: { eq: $named } }';
  return `municipalities(first: 2, filter: { or: [${sought}] }) { nodes { ${names.join(' ')} } }`;
};

/** The names of the one city that was found; none where there are several, as each may have others. */
export const levelNamesIn = ({ levels }: Pick<Vocabulary, 'levels'>, { nodes }: CitiesWithLevels): LevelNames => {
  const [city, ...others] = nodes;
  if (!city || others.length > 0) return {};
  return Object.fromEntries(Object.keys(levels).map((type) => [type, city[fieldOf(type)] ?? null]));
};
