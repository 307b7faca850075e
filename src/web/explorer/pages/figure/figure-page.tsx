import type { ComponentType } from 'react';
import { Link, useParams } from 'react-router';
import { useWords } from '../../language/words.js';
import { PageTitle } from '../../parts/page-title.js';
import { Waiting } from '../../parts/section.js';
import { NotFoundPage } from '../../site/not-found-page.js';
import { useView } from '../../site/view.js';
import { GradesFigure } from '../progress/grades-figure.js';
import { IndicatorDistance } from '../progress/indicator-distance.js';
import { SheetCourses } from '../progress/sheet-courses.js';
import { QuadrantsFigure } from '../survey/quadrants-figure.js';
import { RanksFigure } from '../survey/ranks-figure.js';
import { SlopesFigure } from '../survey/slopes-figure.js';

/** The figures by their names in addresses, which stay: people cite them. */
const figures: Readonly<Record<string, { readonly page: 'progress' | 'survey'; readonly Shown: ComponentType }>> = {
  'indicator-distance': { page: 'progress', Shown: IndicatorDistance },
  'sheet-courses': { page: 'progress', Shown: SheetCourses },
  grades: { page: 'progress', Shown: GradesFigure },
  'survey-quadrants': { page: 'survey', Shown: QuadrantsFigure },
  'survey-slopes': { page: 'survey', Shown: SlopesFigure },
  'survey-ranks': { page: 'survey', Shown: RanksFigure },
};

/** `/figures/<name>`: one figure alone, as it is cited. */
export function FigurePage() {
  const { pages } = useWords();
  const { link } = useView();
  const { id = '' } = useParams();
  const figure = Object.hasOwn(figures, id) ? figures[id] : undefined;
  if (!figure) return <NotFoundPage />;
  const { page, Shown } = figure;
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
