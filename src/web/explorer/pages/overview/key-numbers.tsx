import { QueryButton } from '../../client/query-button.js';
import { useAnswer } from '../../client/use-answer.js';
import { KeyNumbersDocument, type KeyNumbersQueryVariables } from '../../graphql/graphql.js';
import { useVocabulary } from '../../language/language.js';
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
  const vocabulary = useVocabulary();
  const { answer, request } = useAnswer(KeyNumbersDocument, variables);
  return (
    <section className="key-numbers" aria-label={words.keyNumbers}>
      <ul>
        {shown.map(([list, type]) => (
          <li key={list}>
            <ListLink list={list}>
              <span className="key-number">{answer[list].totalCount}</span> {vocabulary.types(type)}
            </ListLink>
          </li>
        ))}
      </ul>
      <QueryButton request={request} />
    </section>
  );
}
