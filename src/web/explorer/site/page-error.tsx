import { useRouteError } from 'react-router';
import { ApiError } from '../client/send.js';
import { useLanguage, useWords } from '../language/language.js';

/** In the place of a page that failed: what the API said, in the language of the page, and a way to try again. */
export function PageError() {
  const error = useRouteError();
  const { failed } = useWords();
  const language = useLanguage();
  const message =
    error instanceof ApiError
      ? error.code === 'OFFLINE'
        ? failed.offline
        : language === 'ja'
          ? error.messageJa
          : error.message
      : failed.unexpected;
  return (
    <div className="notice" role="alert">
      <h1>{failed.title}</h1>
      <p>{message}</p>
      {/* All of it anew: what failed may be a part of the program as well as an answer. */}
      <button type="button" onClick={() => location.reload()}>
        {failed.again}
      </button>
    </div>
  );
}
