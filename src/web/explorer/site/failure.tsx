import { ApiError } from '../client/send.js';
import { useLanguage } from '../language/language.js';
import { useWords } from '../language/words.js';
import { isMissingPart, isPassing } from './healing.js';

/** In the place of what failed: what the API said, in the language of the page, whether it will heal, and a way to try again. */
export function Failure({ error, again }: { readonly error: unknown; readonly again: () => void }) {
  const { failed } = useWords();
  const language = useLanguage();
  const ofApi = error instanceof ApiError ? error : null;
  const isOffline = ofApi?.code === 'OFFLINE' || isMissingPart(error);
  return (
    <div className="notice stack" role="alert">
      <h1>{failed.title}</h1>
      <p>{isOffline ? failed.offline : (ofApi?.textIn(language) ?? failed.unexpected)}</p>
      {(isOffline || isPassing(error)) && <p>{failed.heals}</p>}
      <button type="button" onClick={again}>
        {failed.again}
      </button>
    </div>
  );
}
