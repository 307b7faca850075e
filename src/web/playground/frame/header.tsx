import { Appearance } from '../../explorer/site/appearance.js';
import { useWords } from '../words.js';
import './header.css';

/** The way back to the explorer and to the schema map, and how the page looks: as in the explorer. */
export function Header() {
  const words = useWords();
  return (
    <header className="playground-header">
      <title>{`${words.title} — ${words.home}`}</title>
      <a className="playground-home" href="/">
        {words.home}
      </a>
      <h1>{words.title}</h1>
      <nav aria-label={words.home}>
        <a href="/">{words.explorer}</a>
        <a href="/schema">{words.schemaMap}</a>
        <a href="/docs">{words.docs}</a>
      </nav>
      <Appearance />
    </header>
  );
}
