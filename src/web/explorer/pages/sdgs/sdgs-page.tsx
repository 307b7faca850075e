import { useWords } from '../../language/words.js';
import { FiguresPage } from '../../parts/figure/figures-page.js';
import { GoalsFigure } from './goals-figure.js';
import { useSdgWords } from './words.js';

/** What of the plan touches which of the SDGs. */
export function SdgsPage() {
  const { pages } = useWords();
  return (
    <FiguresPage title={pages.sdgs} lead={useSdgWords().lead}>
      <GoalsFigure />
    </FiguresPage>
  );
}
