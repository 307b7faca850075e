import { useWords } from '../../language/words.js';
import { FiguresPage } from '../../parts/figure/figures-page.js';
import { MatrixFigure } from './matrix-figure.js';

/** Who works with whom; as a network it is at `/graph`. */
export function CollaborationPage() {
  const { pages, leads } = useWords();
  return (
    <FiguresPage title={pages.collaboration} lead={leads.collaboration}>
      <MatrixFigure />
    </FiguresPage>
  );
}
