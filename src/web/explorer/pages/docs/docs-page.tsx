import { Link, useParams } from 'react-router';
import { type DocumentName, documents, isDocumentName } from '../../../../labels/documents.js';
import { documentTexts } from '../../graphql/documents.js';
import { useLanguage } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import { PageTitle } from '../../parts/page-title.js';
import { NotFoundPage } from '../../site/not-found-page.js';
import { useFrame } from '../../site/view.js';
import './docs-page.css';
import { useDocsWords } from './words.js';

/** The documentation: all documents at `/docs`, one at `/docs/<name>`. */
export function DocsPage() {
  const { name } = useParams();
  if (name === undefined) return <Overview />;
  return isDocumentName(name) ? <DocumentView name={name} /> : <NotFoundPage />;
}

/** In the language of the page. */
const useText = () => {
  const index = useLanguage() === 'ja' ? 0 : 1;
  return (text: readonly [ja: string, en: string]) => text[index];
};

function Overview() {
  const { pages, leads } = useWords();
  const words = useDocsWords();
  const text = useText();
  const { link } = useFrame();
  return (
    <div className="stack">
      <PageTitle title={pages.docs} lead={leads.docs} />
      <ul className="docs-list plain">
        {Object.entries(documents).map(([name, { title, about }]) => (
          <li key={name}>
            <Link to={link(`/docs/${name}`)}>{text(title)}</Link>
            <span className="quiet-text">{text(about)}</span>
          </li>
        ))}
        <li>
          <a href="/schema.graphql">schema.graphql</a>
          <span className="quiet-text">{words.schema}</span>
        </li>
      </ul>
    </div>
  );
}

function DocumentView({ name }: { readonly name: DocumentName }) {
  const { pages } = useWords();
  const words = useDocsWords();
  const text = useText();
  const { link } = useFrame();
  const { title, file } = documents[name];
  return (
    <div className="stack">
      <PageTitle title={text(title)} />
      <p className="row small quiet-text">
        <Link to={link('/docs')}>{pages.docs}</Link> <code>{file}</code> <span>{words.english}</span>
      </p>
      <article
        lang="en"
        className="document"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made of this project's own documents when the pages are built, tags in them escaped
        dangerouslySetInnerHTML={{ __html: documentTexts[name] }}
      />
    </div>
  );
}
