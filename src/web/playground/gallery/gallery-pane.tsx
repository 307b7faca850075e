import { useState } from 'react';
import type { Example } from '../../../examples/example.js';
import { useLabels } from '../../explorer/language/language.js';
import type { Operation } from '../client/link.js';
import { useOpenAndRun } from '../client/open-and-run.js';
import { useWords } from '../words.js';
import { examples } from './examples.js';
import { groupsOf, operationNameOf } from './gallery.js';
import './gallery-pane.css';

/** The saved examples, grouped by who asks; a click opens one in a tab and runs it. */
export function GalleryPane() {
  const { gallery } = useWords();
  const openAndRun = useOpenAndRun();
  const [words, setWords] = useState('');
  const groups = groupsOf(examples, words);
  const shown = groups.reduce((sum, group) => sum + group.examples.length, 0);
  return (
    <section className="pane gallery" aria-label={gallery.title}>
      <h2>{gallery.title}</h2>
      <p>{gallery.hint}</p>
      <search>
        <input
          type="search"
          value={words}
          onChange={({ target }) => setWords(target.value)}
          aria-label={gallery.filter}
          placeholder={gallery.filter}
        />
        <span role="status">{shown === 0 ? gallery.none : gallery.count(shown)}</span>
      </search>
      {groups.map(({ audience, examples: ofAudience }) => (
        <section key={audience}>
          <h3>{gallery.audiences[audience]}</h3>
          <ul>
            {ofAudience.map((example) => (
              <li key={example.name}>
                <Entry example={example} open={openAndRun} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Entry({ example, open }: { readonly example: Example; readonly open: (operation: Operation) => void }) {
  const { language } = useLabels();
  const opened = () =>
    open({
      query: example.query,
      variables: Object.keys(example.variables).length > 0 ? JSON.stringify(example.variables, null, 2) : '',
      operationName: operationNameOf(example.query),
    });
  const [title, about] = language === 'ja' ? [example.titleJa, example.aboutJa] : [example.titleEn, example.aboutEn];
  return (
    <button type="button" className="gallery-entry" onClick={opened}>
      <strong>{title}</strong>
      <span>{about}</span>
    </button>
  );
}
