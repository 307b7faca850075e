import { useIsFetching } from '@tanstack/react-query';
import { Suspense, useEffect, useRef } from 'react';
import { Link, NavLink, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { SuggestDocument } from '../graphql/graphql.js';
import { useWords } from '../language/language.js';
import { Loading } from '../parts/section.js';
import { Appearance } from './appearance.js';
import { SearchBox } from './search-box.js';
import './site.css';
import { useView, ViewProvider } from './view.js';
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
          <ProductName />
          <SearchBox />
          <ViewSwitch />
          <Appearance />
        </header>
        <Navigation />
        <Busy />
        <Content />
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
  const isBusy = useBusy();
  return (
    <div role="status" className="site-busy screen-only">
      {isBusy && <span className="visually-hidden">{loading}</span>}
    </div>
  );
}

function useBusy(): boolean {
  const suggestions = String(SuggestDocument);
  const isAsking = useIsFetching({ predicate: ({ queryKey: [document] }) => document !== suggestions }) > 0;
  const isMoving = useNavigation().state !== 'idle';
  return isAsking || isMoving;
}

/** The page. Who opens another one goes on at its beginning, by keyboard too. */
function Content() {
  const content = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    content.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <main ref={content} id="content" tabIndex={-1} aria-busy={useBusy()}>
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
    </main>
  );
}

function ProductName() {
  const { product } = useWords();
  const { parameters } = useView();
  return (
    <NavLink className="site-name" to={{ pathname: '/', search: String(new URLSearchParams(parameters)) }}>
      {product}
    </NavLink>
  );
}

/** No link to a fragment: the address tells what is looked at, not where on the page. */
const focusContent = () => document.getElementById('content')?.focus();

const pages = ['graph', 'paths', 'compare', 'gaps', 'schema'] as const;

function Navigation() {
  const words = useWords();
  const { pathname } = useLocation();
  const { parameters } = useView();
  const search = String(new URLSearchParams(parameters));
  const isList = pathname.startsWith('/lists/');
  return (
    <nav className="site-navigation screen-only" aria-label={words.product}>
      <NavLink to={{ pathname: '/', search }} end>
        {words.pages.overview}
      </NavLink>
      <Link
        to={{ pathname: '/lists/policyItems', search }}
        className={isList ? 'active' : undefined}
        aria-current={isList ? 'page' : undefined}
      >
        {words.pages.lists}
      </Link>
      {pages.map((page) => (
        <NavLink key={page} to={{ pathname: `/${page}`, search }}>
          {words.pages[page]}
        </NavLink>
      ))}
      <a href="/graphql">{words.pages.playground}</a>
    </nav>
  );
}
