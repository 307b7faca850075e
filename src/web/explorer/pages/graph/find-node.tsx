import { useId, useState } from 'react';
import type { DrawnNode } from '../../parts/drawing/drawing.js';
import { useGraphWords } from './words.js';

/** Finds a node of the drawing by its name: the browser suggests them, and Enter takes the first that has what was typed. */
export function FindNode({
  nodes,
  onFind,
}: {
  readonly nodes: readonly DrawnNode[];
  readonly onFind: (id: string) => void;
}) {
  const words = useGraphWords();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [failed, setFailed] = useState(false);
  const change = (text: string) => {
    setTyped(text);
    setFailed(false);
    const exact = nodes.find(({ label }) => label === text);
    if (exact) onFind(exact.id);
  };
  const findFirst = () => {
    const wanted = typed.trim().toLowerCase();
    const found = wanted && nodes.find(({ label }) => label.toLowerCase().includes(wanted));
    if (found) onFind(found.id);
    setFailed(!found);
  };
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        findFirst();
      }}
    >
      <input
        type="search"
        aria-label={words.find}
        placeholder={words.find}
        list={id}
        value={typed}
        onChange={({ target }) => change(target.value)}
      />
      <datalist id={id}>
        {[...new Set(nodes.map(({ label }) => label))].map((label) => (
          <option key={label} value={label} />
        ))}
      </datalist>
      <span role="status">{failed && words.notDrawn}</span>
    </form>
  );
}
