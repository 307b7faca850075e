import { useRouteError } from 'react-router';
import { ApiError } from '../client/send.js';
import { useLanguage } from '../language/language.js';
import { useWords } from '../language/words.js';

/** In the place of a page that failed: what the API said, in the language of the page, and a way to try again. */
export function PageError() {
  const error = useRouteError();
  const { failed } = useWords();
  const language = useLanguage();
  const ofApi = error instanceof ApiError ? error : null;
  return (
    <div className="notice stack" role="alert">
      <h1>{failed.title}</h1>
      <p>{ofApi?.code === 'OFFLINE' ? failed.offline : (ofApi?.textIn(language) ?? failed.unexpected)}</p>
      {/* All of it anew: what failed may be a part of the program as well as an answer. */}
      <button type="button" onClick={() => location.reload()}>
        {failed.again}
      </button>
    </div>
  );
}
