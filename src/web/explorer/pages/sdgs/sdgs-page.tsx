import { useWords } from '../../language/words.js';
import { FiguresPage } from '../../parts/figure/figures-page.js';
import { GoalsFigure } from './goals-figure.js';

/** What of the plan touches which of the SDGs. */
export function SdgsPage() {
  const { pages, leads } = useWords();
  return (
    <FiguresPage title={pages.sdgs} lead={leads.sdgs}>
      <GoalsFigure />
    </FiguresPage>
  );
}
