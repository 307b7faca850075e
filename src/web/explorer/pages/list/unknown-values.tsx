import { useOptionalAnswer } from '../../client/use-answer.js';
import { NamedThingsDocument } from '../../graphql/graphql.js';
import { useAddress } from '../../site/use-address.js';
import { useView } from '../../site/view.js';
import { useThingLabels } from '../thing/words.js';
import type { PageType } from '../types/page-type.js';
import { namedIn } from './list-filter.js';
import { useListWords } from './words.js';

/** Says which values of filters in the address are of nothing that there is: without a word, an empty list would look like an answer. */
export function UnknownValues({ type }: { readonly type: PageType }) {
  const { unknownValues } = useListWords();
  const { vocabulary } = useThingLabels();
  const { municipality } = useView();
  const { parameters } = useAddress();
  const named = namedIn(type.list?.filters ?? [], parameters, municipality.key);
  const ids = named.map(({ id }) => id);
  const { answer, isPrevious } = useOptionalAnswer(NamedThingsDocument, ids.length > 0 ? { ids } : null);
  if (!answer || isPrevious) return null;
  const unknown = named.filter((_, index) => answer.nodes[index] === null);
  if (unknown.length === 0) return null;
  return (
    <p role="alert">
      {unknownValues(unknown.map(({ filter, value }) => [vocabulary.field(...filter.titledBy), value] as const))}
    </p>
  );
}
