import { Link } from 'react-router';
import { useOptionalAnswer } from '../client/use-answer.js';
import { LoadedDatasetsDocument } from '../graphql/graphql.js';
import { dayIn, useLabels } from '../language/language.js';
import { useWords } from '../language/words.js';
import { PrintedFrom } from './printed-from.js';
import { useFrame } from './view.js';

/** What the operator of the service set, which the service writes into the page. */
const said = (name: string): string | null =>
  document.querySelector(`meta[name="policy-graph:${name}"]`)?.getAttribute('content') ?? null;

/** At the foot of every page: of when the data is, who stands behind it, on which terms, and where errors are reported. */
export function Footer() {
  const { footer: words, pages } = useWords();
  const { language, nameOf } = useLabels();
  const { municipality, link } = useFrame();
  // Nothing else fails or waits for want of it.
  const { answer } = useOptionalAnswer(LoadedDatasetsDocument, {});
  const dataset = answer?.datasets.find((each) => each.municipality === municipality?.key);
  const [operator, licence, contact] = [said('operator'), said('licence'), said('contact')];
  return (
    <footer className="site-footer">
      <PrintedFrom />
      <p>{words.machineMade}</p>
      <ul className="row plain">
        {municipality && dataset && (
          <li>{words.loaded(nameOf(municipality), dayIn(language, dataset.loadedAt), dataset.revision)}</li>
        )}
        {operator && <li>{words.operator(operator)}</li>}
        {licence && <li>{words.licence(licence)}</li>}
        <li>
          <Link to={link('/lists/sourceDocuments')}>{words.documents}</Link>
        </li>
        <li>
          <Link to={link('/glossary')}>{pages.glossary}</Link>
        </li>
        <li>
          <Link to={link('/docs')}>{pages.docs}</Link>
        </li>
        {contact && (
          <li>
            <a href={contact}>{words.report}</a>
          </li>
        )}
      </ul>
    </footer>
  );
}
