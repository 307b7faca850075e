import { Link, useSearchParams } from 'react-router';
import { useWords } from '../../language/words.js';
import { PageTitle } from '../../parts/page-title.js';
import { Waiting } from '../../parts/section.js';
import { useView } from '../../site/view.js';
import { NamesForm } from './names-form.js';
import { Results } from './results.js';
import './search-page.css';
import { useSearchWords } from './words.js';

/** `/search?q=…&type=…` has what fits some words; `/search?tab=names` what a pasted column of names means. */
export function SearchPage() {
  const { pages } = useWords();
  const words = useSearchWords();
  const { link } = useView();
  const [search] = useSearchParams();
  const query = search.get('q')?.trim() ?? '';
  const ofNames = search.get('tab') === 'names';
  const q = query && { q: query };
  return (
    <div className="stack">
      <PageTitle title={query && !ofNames ? `${query} — ${pages.search}` : pages.search}>{pages.search}</PageTitle>
      <nav className="tabs row screen-only" aria-label={words.tabs}>
        <Link to={link('/search', { ...q })} aria-current={ofNames ? undefined : 'page'}>
          {words.words}
        </Link>
        <Link to={link('/search', { ...q, tab: 'names' })} aria-current={ofNames ? 'page' : undefined}>
          {words.names}
        </Link>
      </nav>
      {ofNames ? (
        <NamesForm />
      ) : query === '' ? (
        <p>{words.ask}</p>
      ) : (
        <Waiting>
          <Results key={query} query={query} />
        </Waiting>
      )}
    </div>
  );
}
