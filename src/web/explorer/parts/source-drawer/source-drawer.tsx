import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link, useLocation } from 'react-router';
import { useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import { useView } from '../../site/view.js';
import { Waiting } from '../section.js';
import { sourceAddress } from '../sources.js';
import { type OpenedSources, OpenSources } from './open-sources.js';
import { keyOfPlace, nameOfPlace, type Place, placesOf } from './places.js';
import './source-drawer.css';
import { SourcePlace } from './source-place.js';

/** The page, and beside it where what was chosen on it was read: a dialog, so that Escape and closing lead back to the link. */
export function SourceDrawer({ children }: { readonly children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [opened, setOpened] = useState<OpenedSources | null>(null);
  const { key } = useLocation();
  const open = useCallback((sources: OpenedSources) => {
    // The dialog gives the focus to what is in it.
    flushSync(() => setOpened(sources));
    dialog.current?.showModal();
  }, []);
  // A link in it leads away from what it speaks of. Before the page takes the focus: beside an open dialog it cannot.
  // biome-ignore lint/correctness/useExhaustiveDependencies: every step to another address
  useLayoutEffect(() => dialog.current?.close(), [key]);
  const { label } = useWords().sources;
  return (
    <OpenSources value={open}>
      {children}
      <dialog
        ref={dialog}
        className="source-drawer screen-only"
        aria-label={label}
        onClose={() => setOpened(null)}
        {...{ closedby: 'any' }}
      >
        {opened && <Opened key={keyOfPlace(opened.first)} {...opened} onClose={() => dialog.current?.close()} />}
      </dialog>
    </OpenSources>
  );
}

function Opened({ sources, first, onClose }: OpenedSources & { readonly onClose: () => void }) {
  const { sources: words, query } = useWords();
  const { nameOf } = useLabels();
  const { link } = useView();
  const places = placesOf(sources);
  const [chosen, setChosen] = useState(keyOfPlace(first));
  const place = places.find(({ key }) => key === chosen);
  if (!place) return null;
  return (
    <div className="stack">
      <header className="row">
        <h2>{words.label}</h2>
        <button type="button" onClick={onClose}>
          {query.close}
        </button>
      </header>
      {places.length > 1 && <Places places={places} chosen={chosen} onChoose={setChosen} />}
      <section className="stack" aria-live="polite">
        <h3>
          <Link to={sourceAddress(place.source, link)}>{nameOf(place.source.document)}</Link>
        </h3>
        <Waiting>
          <SourcePlace key={place.key} place={place} />
        </Waiting>
      </section>
    </div>
  );
}

/** The places to choose from, where there are several. */
function Places({
  places,
  chosen,
  onChoose,
}: {
  readonly places: readonly Place[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}) {
  const { sources: words } = useWords();
  const { nameOf } = useLabels();
  return (
    <fieldset className="source-places small">
      <legend className="quiet-text">{words.places(places.length)}</legend>
      {places.map(({ key, source }) => (
        <label key={key}>
          <input type="radio" name="source-place" checked={key === chosen} onChange={() => onChoose(key)} />
          {nameOf(source.document)} {nameOfPlace(source, words)}
        </label>
      ))}
    </fieldset>
  );
}
