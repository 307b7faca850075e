import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../language/words.js';
import { ThingBox } from '../parts/thing-box/thing-box.js';
import { thingAddress } from '../parts/thing-link.js';
import { useFrame } from './view.js';

/** Search from anywhere: `/` goes to it; a suggestion opens its page, and Enter without one the page of all results. */
export function SearchBox() {
  const words = useWords();
  const navigate = useNavigate();
  const { link, municipality } = useFrame();
  const input = useRef<HTMLInputElement>(null);
  useFocusBySlash(input);

  const go = (...to: Parameters<typeof link>) => {
    // Also where it is the page that one is on: what was searched for is read next, and `/` leads back here.
    document.getElementById('content')?.focus();
    navigate(link(...to));
  };
  return (
    <div className="site-search">
      {municipality ? (
        <ThingBox
          input={input}
          label={words.pages.search}
          placeholder={words.searchPlaceholder}
          onThing={(id) => go(thingAddress(id))}
          onQuery={(q) => go('/search', { q })}
        />
      ) : (
        <div className="thing-box">
          <input type="text" disabled aria-label={words.pages.search} placeholder={words.searchPlaceholder} />
        </div>
      )}
    </div>
  );
}

/** `/` goes to the input from wherever one is not typing. */
function useFocusBySlash(input: { readonly current: HTMLInputElement | null }) {
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, [input]);
}
