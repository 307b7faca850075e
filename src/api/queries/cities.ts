import { statement } from '../../analysis/statements.js';
import { badInput } from '../../refusal.js';
import type { RequestContext } from '../context.js';

const municipalitiesText = statement('municipalities');

/** The most cities that one question may look at. */
export const maximumCities = 10;

/** The key of the municipality that an argument names; null where it is left out. Fails where no such one is loaded. */
export async function municipalityOf(
  given: string | null,
  { caller, engine, municipalities }: Pick<RequestContext, 'caller' | 'engine' | 'municipalities'>,
): Promise<string | null> {
  if (given === null) return null;
  return municipalities.keyOf(given, (text, parameters) => engine.rows(text, parameters), caller.rights);
}

/** The cities that a question is about: the one that is named, else all that are loaded. */
export async function citiesOf(municipality: string | null, context: RequestContext): Promise<readonly string[]> {
  const named = await municipalityOf(municipality, context);
  if (named !== null) return [named];
  const loaded = await context.engine.rows(municipalitiesText, { limit: maximumCities + 1 });
  if (loaded.length > maximumCities)
    throw badInput(
      `municipality: expected the id, the code or the name of one municipality, because more than ${maximumCities} are loaded`,
      `${maximumCities}を超える市区町村が読み込まれています。municipalityを指定してください。`,
    );
  return loaded.map((row) => String(row.municipality));
}
