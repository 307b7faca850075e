import { useRef, useState } from 'react';
import { useWords } from '../language/words.js';
import { copyText } from './copy-text.js';
import type { GraphqlRequest } from './send.js';
import './query-button.css';
import { playgroundAddress, snippets, textOf } from './snippets.js';

/**
 * A button that shows the operation something was made from, opens it in the playground, or copies it as a program. `label` says
 * of what, where that is not what it stands beside.
 */
export function QueryButton({ request, label }: { readonly request: GraphqlRequest; readonly label?: string }) {
  const words = useWords().query;
  const name = label ?? words.show;
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  /** The name of what was copied last; null where that failed. */
  const [copied, setCopied] = useState<string | null>('');

  const copy = async (language: string, text: string | Promise<string>) => {
    const made = await Promise.resolve(text).catch(() => null);
    setCopied(made !== null && (await copyText(made)) ? language : null);
  };
  const show = () => {
    setOpen(true);
    setCopied('');
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" className="quiet" onClick={show}>
        <span aria-hidden="true">{'{ }'}</span> {name}
      </button>
      <dialog ref={dialog} className="query-dialog box" aria-label={name} onClose={() => setOpen(false)}>
        {open && (
          <>
            <div className="row">
              <a className="button primary" href={playgroundAddress(request)} target="_blank" rel="noopener">
                {words.openInPlayground}
              </a>
              {snippets.map(({ name: language, of }) => (
                <button
                  key={language}
                  type="button"
                  onClick={() => copy(language, of(request, `${location.origin}/graphql`))}
                  aria-label={words.copyAs(language)}
                >
                  {language} {copied === language ? <span aria-hidden="true">✓</span> : <CopyIcon />}
                </button>
              ))}
              <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
                {words.close}
              </button>
            </div>
            <p role="status">{copied === null ? words.notCopied : copied && words.copied}</p>
            <pre>
              <code>{textOf(request)}</code>
            </pre>
            {request.variables !== undefined && (
              <>
                <h3>{words.variables}</h3>
                <pre>
                  <code>{JSON.stringify(request.variables, null, 2)}</code>
                </pre>
              </>
            )}
          </>
        )}
      </dialog>
    </>
  );
}

/** Drawn, because few typefaces have a character for it. */
function CopyIcon() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />
    </svg>
  );
}
