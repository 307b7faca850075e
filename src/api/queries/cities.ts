import { statement } from '../../analysis/statements.js';
import { type Engine, municipalityKey } from '../../graph/engine.js';
import { RequestError } from '../../graph/request-error.js';

const municipalitiesText = statement('municipalities');

/** So many cities may be looked at together. */
export const maximumCities = 10;

/** The cities that a question is asked of: the one that is named, else all that are loaded. */
export async function citiesOf(municipality: string | null | undefined, engine: Engine): Promise<readonly string[]> {
  if (municipality) return [municipalityKey(municipality)];
  const loaded = await engine.rows(municipalitiesText, { limit: maximumCities + 1 });
  if (loaded.length > maximumCities)
    throw new RequestError(
      'BAD_USER_INPUT',
      `municipality: expected the key or id of one municipality, because more than ${maximumCities} are loaded`,
      `${maximumCities}を超える市区町村が読み込まれています。municipalityを指定してください。`,
    );
  return loaded.map((row) => String(row.municipality));
}
