import { QueryButton } from '../../client/query-button.js';
import { useAnswer } from '../../client/use-answer.js';
import { KeyNumbersDocument, type KeyNumbersQueryVariables } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { ListLink } from '../../parts/list-link.js';
import { useOverviewWords } from './words.js';

const shown = [
  ['sourceDocuments', 'SourceDocument'],
  ['policyFields', 'PolicyField'],
  ['policyItems', 'PolicyItem'],
  ['measures', 'Measure'],
  ['departments', 'Department'],
  ['indicators', 'Indicator'],
  ['reformSheets', 'ReformSheet'],
  ['linkagePlans', 'LinkagePlan'],
] as const;

/** How much of what is loaded; each number opens its list. */
export function KeyNumbers({ variables }: { readonly variables: KeyNumbersQueryVariables }) {
  const words = useOverviewWords();
  const { vocabulary } = useLabels();
  const { answer, request } = useAnswer(KeyNumbersDocument, variables);
  return (
    <section className="key-numbers row" aria-label={words.keyNumbers}>
      <ul className="row plain quiet-links">
        {shown.map(([list, type]) => (
          <li key={list}>
            <ListLink list={list}>
              <b>{answer[list].totalCount}</b> {vocabulary.types(type)}
            </ListLink>
          </li>
        ))}
      </ul>
      <QueryButton request={request} />
    </section>
  );
}
