import { Link } from 'react-router';
import { useAnswer } from '../../client/use-answer.js';
import { IntroductionDocument, type IntroductionQueryVariables } from '../../graphql/graphql.js';
import { dayIn, useLabels } from '../../language/language.js';
import { ThingLink } from '../../parts/thing-link.js';
import { useView } from '../../site/view.js';
import { useOverviewWords } from './words.js';

/** What this is, read from which documents and when, and how much of the plan they cover. */
export function Introduction({ variables }: { readonly variables: IntroductionQueryVariables }) {
  const { introduction: words } = useOverviewWords();
  const { language, nameOf } = useLabels();
  const { municipality, link } = useView();
  const { answer } = useAnswer(IntroductionDocument, variables);
  const dataset = answer.datasets.find((each) => each.municipality === municipality.key);
  const items = answer.coverage.fields.find(({ type, field }) => type === 'PolicyItem' && field === 'measures');
  if (!dataset) return <p>{words.nothingLoaded(nameOf(municipality))}</p>;
  const documents = dataset.sourceDocuments;
  return (
    <div className="introduction stack small">
      <p>{words.what(nameOf(municipality), documents.length, dayIn(language, dataset.loadedAt))}</p>
      {items && items.listed < items.count && (
        <p>
          {words.covered(items.listed, items.count)} <Link to={link('/glossary')}>{words.howToRead}</Link>
        </p>
      )}
      <details>
        <summary>{words.documents(documents.length)}</summary>
        <ul>
          {documents.map((document) => (
            <li key={document.id}>
              <ThingLink thing={document} />
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
