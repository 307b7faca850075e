import type { MouseEvent, ReactNode } from 'react';
import { Link } from 'react-router';
import type { SourceLinesFragment } from '../graphql/graphql.js';
import { useLabels } from '../language/language.js';
import { useWords } from '../language/words.js';
import { useView, type View } from '../site/view.js';
import { useOpenSources } from './source-drawer/open-sources.js';
import { nameOfPlace, placesOf } from './source-drawer/places.js';
import './sources.css';
import { thingAddress } from './thing-link.js';

/** How many places are listed; where there are more, all of them open beside the page. */
const most = 6;

/** The lines on the page of their document. */
export const sourceAddress = ({ document, firstLine }: SourceLinesFragment, link: View['link']) =>
  link(thingAddress(document.id), { line: String(firstLine) });

/** Where something was read: document, lines or cells, and the stages that they speak for; one entry per range of lines or cells. */
export function Sources({ sources }: { readonly sources: readonly SourceLinesFragment[] }) {
  const words = useWords().sources;
  const { vocabulary, nameOf, pick } = useLabels();
  const places = placesOf(sources);
  const [last] = sources.slice(-1);
  if (!last) return <p className="quiet-text">{words.none}</p>;
  const shown = places.length > most + 1 ? places.slice(0, most) : places;
  return (
    <ul className="plain quiet-text">
      {shown.map(({ key, source, stages }) => (
        <li key={key}>
          <SourceLink sources={sources} first={source}>
            {nameOf(source.document)} {nameOfPlace(source, words)}
          </SourceLink>
          {stages.length > 0 &&
            ` (${stages.map((stage) => vocabulary.value('PlanStage', stage)).join(pick('、', ', '))})`}
        </li>
      ))}
      {shown.length < places.length && (
        <li>
          <SourceLink sources={sources} first={places[most]?.source ?? last}>
            {words.morePlaces(places.length - most)}
          </SourceLink>
        </li>
      )}
    </ul>
  );
}

/** Sources in the cell of a table: how many places, which open beside the table. */
export function FoldedSources({ sources }: { readonly sources: readonly SourceLinesFragment[] }) {
  const words = useWords().sources;
  const [first] = sources;
  if (!first) return null;
  return (
    <SourceLink sources={sources} first={first}>
      {words.places(placesOf(sources).length)}
    </SourceLink>
  );
}

/** A link to a place in a document, which opens beside the page where that is possible. */
function SourceLink({
  sources,
  first,
  children,
}: {
  readonly sources: readonly SourceLinesFragment[];
  readonly first: SourceLinesFragment;
  readonly children: ReactNode;
}) {
  const { link } = useView();
  const open = useOpenSources();
  const openBeside = (event: MouseEvent) => {
    if (!open || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open({ sources, first });
  };
  return (
    <Link className="source-link small" to={sourceAddress(first, link)} onClick={openBeside} aria-haspopup="dialog">
      {children}
    </Link>
  );
}
