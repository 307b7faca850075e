import { QueryButton } from '../../client/query-button.js';
import { useAnswer } from '../../client/use-answer.js';
import type { SdgByDepartmentQueryVariables } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { ListLink } from '../../parts/list-link.js';
import { pageOperation, pageTypes } from '../types/all.js';
import { useOverviewWords } from './words.js';

type Counts = Readonly<Record<string, { readonly totalCount: number }>>;

/** How much of what is loaded; each number opens its list. */
export function KeyNumbers({ variables }: { readonly variables: SdgByDepartmentQueryVariables }) {
  const words = useOverviewWords();
  const { vocabulary } = useLabels();
  const { answer, request } = useAnswer(pageOperation<Counts, SdgByDepartmentQueryVariables>('KeyNumbers'), variables);
  return (
    <section className="key-numbers row" aria-label={words.keyNumbers}>
      <ul className="row plain quiet-links">
        {Object.entries(answer).map(([list, { totalCount }]) => (
          <li key={list}>
            <ListLink list={list}>
              <b>{totalCount}</b> {vocabulary.types(pageTypes.find(({ plural }) => plural === list)?.name ?? list)}
            </ListLink>
          </li>
        ))}
      </ul>
      <QueryButton request={request} />
    </section>
  );
}
