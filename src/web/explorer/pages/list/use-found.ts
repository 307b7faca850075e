import { useOptionalAnswer } from '../../client/use-answer.js';
import { useLanguage } from '../../language/language.js';
import { useAddress } from '../../site/use-address.js';
import { useView } from '../../site/view.js';
import { pageOperation } from '../types/all.js';
import type { PageType } from '../types/page-type.js';
import type { Condition } from './list-filter.js';
import { type ListVariables, textIn } from './list-variables.js';

type Found = Readonly<
  Record<string, { readonly totalCount: number; readonly nodes: readonly { readonly id: string }[] }>
>;

/**
 * The condition on the rows that have the text of the address: by their ids, since counts for every choice of every filter
 * take long with a condition on so many fields. Null where no text is looked for, undefined until it was.
 */
export function useFound(type: PageType): Condition | null | undefined {
  const { parameters } = useAddress();
  const { municipality, stage } = useView();
  const text = textIn(type, parameters, useLanguage());
  const { answer } = useOptionalAnswer(
    pageOperation<Found, ListVariables>(type.list?.foundOperation ?? ''),
    text && { municipality: municipality.id, stage, filter: text },
  );
  if (text === null) return null;
  const found = answer?.[type.plural];
  if (!found) return undefined;
  return found.totalCount > found.nodes.length ? text : { id: { in: found.nodes.map(({ id }) => id) } };
}
