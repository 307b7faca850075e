import { useWords } from '../../language/words.js';
import { FiguresPage } from '../../parts/figure/figures-page.js';
import { MatrixFigure } from './matrix-figure.js';
import { NetworkFigure } from './network-figure.js';

/** Who works with whom, in which roles; `/graph` has the same departments to move and to filter. */
export function CollaborationPage() {
  const { pages, leads } = useWords();
  return (
    <FiguresPage title={pages.collaboration} lead={leads.collaboration}>
      <MatrixFigure />
      <NetworkFigure />
    </FiguresPage>
  );
}
