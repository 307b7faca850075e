import { useIsFetching } from '@tanstack/react-query';
import { Suspense } from 'react';
import { NavLink, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { useWords } from '../language/language.js';
import { Loading } from '../parts/section.js';
import { Appearance } from './appearance.js';
import { SearchBox } from './search-box.js';
import './site.css';
import { ViewProvider } from './view.js';
import { ViewSwitch } from './view-switch.js';

/** What every page has around it: the way to the others, search, and what is looked at and how. */
export function Site() {
  const words = useWords();
  return (
    <Suspense fallback={<Loading />}>
      <ViewProvider>
        <button type="button" className="skip screen-only" onClick={focusContent}>
          {words.skipToContent}
        </button>
        <header className="site-header screen-only">
          <NavLink className="site-name" to="/">
            {words.product}
          </NavLink>
          <SearchBox />
          <ViewSwitch />
          <Appearance />
        </header>
        <Navigation />
        <Busy />
        <main id="content" tabIndex={-1}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
        <ScrollRestoration />
      </ViewProvider>
    </Suspense>
  );
}

/**
 * Says that something is on its way, once that takes a while: one page stays until the next is there, which is sooner than
 * to show in between that it is not.
 */
function Busy() {
  const { loading } = useWords();
  const asking = useIsFetching() > 0;
  return (
    <div role="status" className="site-busy screen-only">
      {asking && <span className="visually-hidden">{loading}</span>}
    </div>
  );
}

/** No link to a fragment: the address tells what is looked at, not where on the page. */
const focusContent = () => document.getElementById('content')?.focus();

const pages = ['lists/policyItems', 'graph', 'paths', 'compare', 'gaps', 'schema'] as const;

function Navigation() {
  const words = useWords();
  const { search } = useLocation();
  const name = (page: (typeof pages)[number]) => words.pages[page === 'lists/policyItems' ? 'lists' : page];
  return (
    <nav className="site-navigation screen-only" aria-label={words.product}>
      <NavLink to={{ pathname: '/', search: viewOf(search) }} end>
        {words.pages.overview}
      </NavLink>
      {pages.map((page) => (
        <NavLink key={page} to={{ pathname: `/${page}`, search: viewOf(search) }}>
          {name(page)}
        </NavLink>
      ))}
      <a href="/graphql">{words.pages.playground}</a>
    </nav>
  );
}

/** Of the parameters of an address only those that hold on every page: the municipality and the stage. */
function viewOf(search: string): string {
  const kept = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(search)) {
    if (name === 'municipality' || name === 'stage') kept.set(name, value);
  }
  return String(kept);
}
