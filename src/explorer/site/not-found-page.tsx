import { Link } from 'react-router';
import { useWords } from '../language/language.js';
import { PageTitle } from '../parts/page-title.js';

export function NotFoundPage() {
  const { notFound, pages } = useWords();
  return (
    <div className="notice">
      <PageTitle title={notFound.title} />
      <p>{notFound.text}</p>
      <Link to="/">{pages.overview}</Link>
    </div>
  );
}
