import { Link } from 'react-router';
import { useWords } from '../language/language.js';
import { PageTitle } from '../parts/page-title.js';
import { useView } from './view.js';

export function NotFoundPage() {
  const { notFound, pages } = useWords();
  const { parameters } = useView();
  return (
    <div className="notice">
      <PageTitle title={notFound.title} />
      <p>{notFound.text}</p>
      <Link to={{ pathname: '/', search: String(new URLSearchParams(parameters)) }}>{pages.overview}</Link>
    </div>
  );
}
