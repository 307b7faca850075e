import { useState } from 'react';
import { useLanguage, useWords } from '../language/language.js';
import { saveFile } from './save-file.js';
import { ApiError, errorOf, offline } from './send.js';

/** A button that saves a file, and says beside itself why it could not. `format` is what stands on it, such as CSV. */
export function SaveButton({ format, save }: { readonly format: string; readonly save: () => Promise<unknown> }) {
  const { takeAway, failed } = useWords();
  const language = useLanguage();
  const [failure, setFailure] = useState<string | null>(null);
  const press = async () => {
    try {
      await save();
      setFailure(null);
    } catch (error) {
      if (!(error instanceof ApiError)) setFailure(failed.unexpected);
      else setFailure(language === 'ja' ? error.messageJa : error.message);
    }
  };
  return (
    <>
      <button type="button" className="quiet" aria-label={takeAway.as(format)} onClick={press}>
        {format}
      </button>
      {failure !== null && <span role="alert">{takeAway.failed(failure)}</span>}
    </>
  );
}

/** Fetches a file by POST and hands it to the browser to keep. Throws an ApiError with what the service refused. */
export async function saveFrom(address: string, body: unknown, name: string): Promise<void> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw offline();
  });
  if (!response.ok) throw errorOf(((await response.json()) as { errors: [{ message: string }] }).errors[0]);
  saveFile(await response.blob(), name);
}
