import { useLanguage } from '../language/language.js';
import { useWords } from '../language/words.js';
import { ApiError } from './send.js';

/** Tells what went wrong in the language of the page: what the API said, else that nobody expected it. */
export function useFailureText(): (error: unknown) => string {
  const { failed } = useWords();
  const language = useLanguage();
  return (error) => (error instanceof ApiError ? error.textIn(language) : failed.unexpected);
}
