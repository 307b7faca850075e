import { Link, useParams } from 'react-router';
import { isFigureName } from '../../../../labels/pages.js';
import { useWords } from '../../language/words.js';
import { PageTitle } from '../../parts/page-title.js';
import { Waiting } from '../../parts/section.js';
import { NotFoundPage } from '../../site/not-found-page.js';
import { useView } from '../../site/view.js';
import { shownFigures } from './figures.js';

/** `/figures/<name>`: one figure alone, as it is cited. */
export function FigurePage() {
  const { pages } = useWords();
  const { link } = useView();
  const { id = '' } = useParams();
  if (!isFigureName(id)) return <NotFoundPage />;
  const { page, Shown } = shownFigures[id];
  return (
    <div className="figures stack">
      <PageTitle title={pages[page]}>
        <Link to={link(`/${page}`)}>{pages[page]}</Link>
      </PageTitle>
      <Waiting>
        <Shown />
      </Waiting>
    </div>
  );
}
