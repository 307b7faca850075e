import { useLocation } from 'react-router';
import { dayIn, useLanguage } from '../language/language.js';
import { useWords } from '../language/words.js';
import { useOnPaper } from '../parts/use-on-paper.js';

/** On paper: the day and the address of the page. */
export function PrintedFrom() {
  const { footer } = useWords();
  const language = useLanguage();
  const { pathname, search } = useLocation();
  // A page may stay open for days: the day is that of the print.
  useOnPaper();
  return (
    <p className="paper-only">
      {footer.printed(dayIn(language, Date.now()), readable(`${window.location.origin}${pathname}${search}`))}
    </p>
  );
}

/** An address as people read it and may type it again; one that encodes no text stays as it is. */
function readable(address: string): string {
  try {
    return decodeURI(address).replaceAll(' ', '%20');
  } catch {
    return address;
  }
}
