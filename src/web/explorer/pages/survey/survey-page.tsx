import { useWords } from '../../language/words.js';
import { FiguresPage } from '../../parts/figure/figures-page.js';
import { QuadrantsFigure } from './quadrants-figure.js';
import { RanksFigure } from './ranks-figure.js';
import { SlopesFigure } from './slopes-figure.js';

/** What citizens said of the policy items: how satisfied they are, and how important they find them. */
export function SurveyPage() {
  const { pages, leads } = useWords();
  return (
    <FiguresPage title={pages.survey} lead={leads.survey}>
      <QuadrantsFigure />
      <SlopesFigure />
      <RanksFigure />
    </FiguresPage>
  );
}
