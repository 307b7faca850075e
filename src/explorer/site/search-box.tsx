import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../language/language.js';

/** Search from anywhere: `/` goes to it, Enter opens the page of results. */
export function SearchBox() {
  const words = useWords();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);
  return (
    <search className="site-search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          navigate(`/search?q=${encodeURIComponent(input.current?.value ?? '')}`);
        }}
      >
        <input ref={input} type="search" aria-label={words.pages.search} placeholder={words.searchPlaceholder} />
      </form>
    </search>
  );
}
