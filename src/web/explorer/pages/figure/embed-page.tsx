import type { MouseEvent } from 'react';
import { Link, useParams } from 'react-router';
import { isFigureName } from '../../../../labels/pages.js';
import { useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import { Waiting } from '../../parts/section.js';
import { NotFoundPage } from '../../site/not-found-page.js';
import { useBusy } from '../../site/use-busy.js';
import { useView, ViewProvider } from '../../site/view.js';
import { WhenKnown } from '../../site/when-known.js';
import './embed-page.css';
import { shownFigures } from './figures.js';

/** `/embed/<name>`: a figure in a page of somebody else: without what stands around pages, and its links open elsewhere. */
export function EmbedPage() {
  return (
    <ViewProvider>
      <WhenKnown>
        <Embedded />
      </WhenKnown>
    </ViewProvider>
  );
}

function Embedded() {
  const { product } = useWords();
  const { nameOf } = useLabels();
  const { municipality, link } = useView();
  const { id = '' } = useParams();
  const isBusy = useBusy();
  if (!isFigureName(id)) return <NotFoundPage />;
  const { Shown } = shownFigures[id];
  return (
    <main className="embed" aria-busy={isBusy} onClickCapture={openElsewhere}>
      <h1 className="visually-hidden">{`${nameOf(municipality)} ${product}`}</h1>
      <Waiting>
        <Shown />
      </Waiting>
      <p className="small">
        <Link to={link(`/figures/${id}`)}>{`${nameOf(municipality)} ${product}`}</Link>
      </p>
    </main>
  );
}

/** The frame is as large as the figure: no other page has room there. */
function openElsewhere(event: MouseEvent): void {
  const followed = (event.target as Element).closest('a');
  // Those of a chart are SVG's.
  const address = followed?.getAttribute('href') ?? followed?.getAttributeNS('http://www.w3.org/1999/xlink', 'href');
  if (!address) return;
  event.preventDefault();
  event.stopPropagation();
  window.open(new URL(address, location.href), '_blank', 'noopener');
}
