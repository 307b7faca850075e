import { NavLink, useParams } from 'react-router';
import { useVocabulary } from '../../language/language.js';
import { useListAddress } from '../../parts/list-link.js';
import { PageTitle } from '../../parts/page-title.js';
import { NotFoundPage } from '../../site/not-found-page.js';
import { pageTypes } from '../types/all.js';
import './list-page.css';
import { ListView } from './list-view.js';
import { useListWords } from './words.js';

/** All things of one kind, as `/lists/measures?sdg=17`: what narrows the list stands in the address. */
export function ListPage() {
  const { kind: field } = useParams();
  const words = useListWords();
  const vocabulary = useVocabulary();
  const addressOf = useListAddress();
  const type = pageTypes.find(({ plural, list }) => plural === field && list);
  if (!type) return <NotFoundPage />;
  return (
    <div className="list-page">
      <PageTitle title={vocabulary.types(type.name)} />
      <nav className="list-kinds screen-only" aria-label={words.kinds}>
        {pageTypes
          .filter(({ list }) => list)
          .map(({ name, plural }) => (
            <NavLink key={name} to={addressOf(plural)}>
              {vocabulary.types(name)}
            </NavLink>
          ))}
      </nav>
      <ListView key={type.name} type={type} />
    </div>
  );
}
