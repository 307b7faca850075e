import { Link } from 'react-router';
import { useWords } from '../language/words.js';
import { PageTitle } from '../parts/page-title.js';
import { useFrame } from './view.js';

export function NotFoundPage() {
  const { notFound, pages } = useWords();
  const { link } = useFrame();
  return (
    <div className="notice stack">
      <PageTitle title={notFound.title} />
      <p>{notFound.text}</p>
      <Link to={link('/')}>{pages.overview}</Link>
    </div>
  );
}
