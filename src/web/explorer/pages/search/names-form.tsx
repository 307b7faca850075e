import { useState } from 'react';
import { Waiting } from '../../parts/section.js';
import { maxNames, namesIn } from './names-in.js';
import { ResolvedNames } from './resolved-names.js';
import { useSearchWords } from './words.js';

/** Takes a pasted column of names and shows what each means. */
export function NamesForm() {
  const words = useSearchWords();
  const [text, setText] = useState('');
  const [names, setNames] = useState<readonly string[]>([]);
  const count = namesIn(text).length;
  return (
    <>
      <form
        className="names-form stack"
        onSubmit={(event) => {
          event.preventDefault();
          setNames(namesIn(text).slice(0, maxNames));
        }}
      >
        <label>
          {words.namesLabel}
          <textarea className="box" rows={8} value={text} onChange={(event) => setText(event.target.value)} />
        </label>
        <p className="quiet-text" role="status">
          {count > maxNames ? words.tooMany(count, maxNames) : words.namesHint(maxNames)}
        </p>
        <button type="submit" className="primary" disabled={count === 0}>
          {words.resolve}
        </button>
      </form>
      {names.length > 0 && (
        <Waiting>
          <ResolvedNames names={names} />
        </Waiting>
      )}
    </>
  );
}
