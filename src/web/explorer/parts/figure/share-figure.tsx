import { useId, useState } from 'react';
import { copyText } from '../../client/copy-text.js';
import { dayIn, useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import { useView } from '../../site/view.js';
import { useFigureWords } from './words.js';

/** What a figure is cited by. */
export interface Cited {
  readonly id: string;
  readonly title: string;
  /** The municipality. */
  readonly place: string;
  readonly documents: readonly string[];
  /** When what it shows was loaded, as the language writes dates; null where nothing was. */
  readonly date: string | null;
}

/** Whether the service lets other pages show its figures, which it writes into the page. */
const isEmbeddable = (): boolean => document.querySelector('meta[name="policy-graph:embeddable"]') !== null;

/** The address of a figure, as it is looked at. */
export function useFigureAddress(id: string): string {
  const { link } = useView();
  const { language } = useLabels();
  const { pathname, search } = link(`/figures/${id}`, { lang: language });
  return `${location.origin}${pathname}?${search}`;
}

/** The address of a figure and how to cite it, each to copy. */
export function ShareFigure({ cited }: { readonly cited: Cited }) {
  const words = useFigureWords();
  const { product } = useWords();
  const { language } = useLabels();
  const address = useFigureAddress(cited.id);
  const today = dayIn(language, Date.now());
  return (
    <details className="figure-share">
      <summary className="button quiet">{words.share}</summary>
      <div className="box stack">
        <CopyField label={words.address} text={address} />
        <CopyField
          label={words.citation}
          text={words.cite(cited.title, cited.place, product, cited.documents, today, address)}
        />
        {isEmbeddable() && <CopyField label={words.embed} text={frameOf(address, cited.title)} />}
      </div>
    </details>
  );
}

/** The frame that shows the figure in another page. */
const frameOf = (address: string, title: string): string => {
  const source = address.replace('/figures/', '/embed/').replaceAll('&', '&amp;');
  const name = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<iframe src="${source}" title="${name}" width="800" height="700" loading="lazy" style="border:0"></iframe>`;
};

function CopyField({ label, text }: { readonly label: string; readonly text: string }) {
  const words = useFigureWords();
  const { query } = useWords();
  const id = useId();
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <div className="stack">
      <label htmlFor={id}>{label}</label>
      <div className="row">
        <textarea id={id} readOnly rows={2} value={text} onFocus={(event) => event.target.select()} />
        <button type="button" aria-label={words.copy(label)} onClick={async () => setCopied(await copyText(text))}>
          {query.copy}
        </button>
      </div>
      <p role="status">{copied === null ? '' : copied ? words.copied : words.notCopied}</p>
    </div>
  );
}
