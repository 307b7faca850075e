import { useState } from 'react';
import { useLanguage, useWords } from '../language/language.js';
import { type Asked, AskingError, errorOf } from './ask.js';
import { keepFile } from './keep-file.js';
import { textOf } from './snippets.js';

const formats = ['csv', 'xlsx'] as const;

/**
 * Saves what a table shows: its operation goes to `/export/<connection>`, so that the file is what was asked for, all
 * pages of it. `connection` is where the list stands in the answer, such as `measures` or `node.departments`; `ids` are
 * the things in it, which go out as linked data.
 */
export function TakeAway({
  asked,
  connection,
  ids = [],
}: {
  readonly asked: Asked;
  readonly connection: string;
  readonly ids?: readonly string[];
}) {
  const { takeAway } = useWords();
  const language = useLanguage();
  const [failure, setFailure] = useState<string | null>(null);
  const body = JSON.stringify({ query: textOf(asked), variables: asked.variables ?? {} });
  const saved = (saving: Promise<void>) =>
    saving.then(
      () => setFailure(null),
      (error: unknown) =>
        setFailure(
          error instanceof AskingError ? (language === 'ja' ? error.messageJa : error.message) : String(error),
        ),
    );
  return (
    <span className="take-away screen-only">
      {formats.map((format) => (
        <button
          key={format}
          type="button"
          className="quiet"
          aria-label={takeAway.as(format.toUpperCase())}
          onClick={() => saved(save(`/export/${connection}.${format}`, body, `${connection}.${format}`))}
        >
          {format.toUpperCase()}
        </button>
      ))}
      {ids.length > 0 && (
        <button
          type="button"
          className="quiet"
          aria-label={takeAway.as('JSON-LD')}
          onClick={() => saved(save('/export/graph.jsonld?depth=0', JSON.stringify({ ids }), `${connection}.jsonld`))}
        >
          JSON-LD
        </button>
      )}
      {failure !== null && (
        <span role="alert">
          {takeAway.failed}: {failure}
        </span>
      )}
    </span>
  );
}

/** Fetches a file by POST and hands it to the browser to keep. */
export async function save(address: string, body: string, name: string): Promise<void> {
  const response = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  if (!response.ok) throw errorOf(((await response.json()) as { errors: [{ message: string }] }).errors[0]);
  keepFile(await response.blob(), name);
}
