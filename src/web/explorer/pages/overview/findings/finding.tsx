import { Link } from 'react-router';
import { InForceNote } from '../../../parts/in-force-note.js';
import { Phrases } from '../../../parts/phrases/phrases.js';
import { useView } from '../../../site/view.js';
import { useOverviewWords } from '../words.js';
import { type Bar, Bars } from './bars.js';

/** One thing that the documents tell, as a sentence with a small figure; the whole figure is a page away. */
export function Finding({
  sentence,
  bars,
  whole,
  page,
  isOfForce = false,
}: {
  readonly sentence: string;
  readonly bars: readonly Bar[];
  readonly whole?: number;
  /** The address of the page that shows all of it. */
  readonly page: string;
  /** Tells of what is in force, whatever stage is chosen. */
  readonly isOfForce?: boolean;
}) {
  const { link } = useView();
  const { findings: words } = useOverviewWords();
  return (
    <article className="finding box">
      <h3>
        <Phrases text={sentence} />
      </h3>
      {isOfForce && <InForceNote />}
      <Bars bars={bars} {...(whole === undefined ? {} : { whole })} />
      <Link to={link(page)} className="small" aria-label={words.moreOf(sentence)}>
        {words.more}
      </Link>
    </article>
  );
}
