import { useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import { PageTitle } from '../../parts/page-title.js';
import './glossary-page.css';
import { useGlossary } from './words.js';

/** What the words of the documents and of these pages mean; `/glossary#<term>` is the address of one. */
export function GlossaryPage() {
  const { pages, leads } = useWords();
  const { language } = useLabels();
  const { groups } = useGlossary();
  return (
    <div className="glossary stack">
      <PageTitle title={pages.glossary} lead={leads.glossary} />
      {Object.entries(groups).map(([id, { title, ...terms }]) => (
        <section key={id} className="stack" aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          <dl>
            {Object.entries(terms).map(([term, { name, text }]) => (
              <div key={term} id={term} className="glossary-term">
                <dt lang={language}>{name}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
