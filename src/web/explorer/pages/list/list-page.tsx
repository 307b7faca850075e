import { NavLink, useParams } from 'react-router';
import { useVocabulary } from '../../language/language.js';
import { useListAddress } from '../../parts/list-link.js';
import { PageTitle } from '../../parts/page-title.js';
import { NotFoundPage } from '../../site/not-found-page.js';
import { kinds } from './kinds.js';
import './list-page.css';
import { useListWords } from './words.js';

/** All things of one kind, as `/lists/measures?sdg=17`: what narrows the list stands in the address. */
export function ListPage() {
  const { kind: field } = useParams();
  const words = useListWords();
  const vocabulary = useVocabulary();
  const addressOf = useListAddress();
  const kind = kinds.find((each) => each.field === field);
  if (!kind) return <NotFoundPage />;
  const { type, view: View } = kind;
  return (
    <div className="list-page">
      <PageTitle title={vocabulary.types(type)} />
      <nav className="list-kinds screen-only" aria-label={words.kinds}>
        {kinds.map((each) => (
          <NavLink key={each.field} to={addressOf(each.field)}>
            {vocabulary.types(each.type)}
          </NavLink>
        ))}
      </nav>
      <View key={type} />
    </div>
  );
}
