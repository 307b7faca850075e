import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../language/words.js';
import { useView } from '../../site/view.js';
import { useOverviewWords } from './words.js';

/** Where to begin, for each kind of reader. */
export function Ways() {
  const { ways: words } = useOverviewWords();
  const { pages } = useWords();
  const { link } = useView();
  const page = (name: keyof typeof pages, path = `/${name}`) => <Link to={link(path)}>{pages[name]}</Link>;
  return (
    <section className="stack" aria-labelledby="ways">
      <h2 id="ways">{words.title}</h2>
      <div className="ways">
        <Way title={words.reader.title} text={words.reader.text}>
          {[page('progress'), page('survey'), page('compare'), page('glossary')]}
        </Way>
        <Way title={words.analyst.title} text={words.analyst.text}>
          {[
            page('lists', '/lists/measures'),
            page('pivot'),
            page('beside'),
            page('gaps'),
            page('graph'),
            page('paths'),
          ]}
        </Way>
        <Way title={words.developer.title} text={words.developer.text}>
          {[
            <a key="playground" href="/graphql">
              {pages.playground}
            </a>,
            page('schema'),
            <a key="schema.graphql" href="/schema.graphql">
              {words.developer.file}
            </a>,
            page('docs'),
          ]}
        </Way>
      </div>
    </section>
  );
}

function Way({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly children: readonly ReactNode[];
}) {
  return (
    <section className="way stack">
      <h3>{title}</h3>
      <p className="small">{text}</p>
      <ul className="row plain">
        {children.map((child, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change
          <li key={index}>{child}</li>
        ))}
      </ul>
    </section>
  );
}
