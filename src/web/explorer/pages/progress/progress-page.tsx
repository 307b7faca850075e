import { useWords } from '../../language/words.js';
import { FiguresPage } from '../../parts/figure/figures-page.js';
import { InForceNote } from '../../parts/in-force-note.js';
import { GradesFigure } from './grades-figure.js';
import { IndicatorDistance } from './indicator-distance.js';
import { SheetCourses } from './sheet-courses.js';

/** How far the plan has come and has to go: indicators, goals of reform sheets, grades. */
export function ProgressPage() {
  const { pages, leads } = useWords();
  return (
    <FiguresPage title={pages.progress} lead={leads.progress}>
      <InForceNote />
      <IndicatorDistance />
      <SheetCourses />
      <GradesFigure />
    </FiguresPage>
  );
}
