import { QueryButton } from '../../client/query-button.js';
import { useAnswer } from '../../client/use-answer.js';
import type { CoverageToldFragment, SdgByDepartmentQueryVariables } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { ListLink } from '../../parts/list-link.js';
import { pageOperation, pageTypes } from '../types/all.js';
import { useOverviewWords } from './words.js';

type Counts = Readonly<Record<string, { readonly totalCount: number; readonly coverage: CoverageToldFragment | null }>>;

/** How much of what is loaded; each number opens its list. */
export function KeyNumbers({ variables }: { readonly variables: SdgByDepartmentQueryVariables }) {
  const words = useOverviewWords();
  const { vocabulary, pick } = useLabels();
  const { answer, request } = useAnswer(pageOperation<Counts, SdgByDepartmentQueryVariables>('KeyNumbers'), variables);
  return (
    <section className="key-numbers row" aria-label={words.keyNumbers}>
      <ul className="row plain quiet-links">
        {Object.entries(answer).map(([list, { totalCount, coverage }]) => (
          <li
            key={list}
            title={coverage && coverage.state !== 'COMPLETE' ? pick(coverage.note, coverage.noteEn) : undefined}
          >
            <ListLink list={list}>
              <b>
                {totalCount}
                {coverage && coverage.state !== 'COMPLETE' && (
                  <span className="key-number-partial">{words.partial}</span>
                )}
              </b>{' '}
              {vocabulary.types(pageTypes.find(({ plural }) => plural === list)?.name ?? list)}
            </ListLink>
          </li>
        ))}
      </ul>
      <QueryButton request={request} />
    </section>
  );
}
