import { Suspense, useEffect, useRef, useState } from 'react';
import { Link, NavLink, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { useWords } from '../language/words.js';
import { SourceDrawer } from '../parts/source-drawer/source-drawer.js';
import { Appearance } from './appearance.js';
import { FirstPaint } from './first-paint.js';
import { Footer } from './footer.js';
import { SearchBox } from './search-box.js';
import './site.css';
import { useBusy } from './use-busy.js';
import { useFrame, ViewProvider } from './view.js';
import { ViewSwitch } from './view-switch.js';

/** What every page has around it: the way to the others, search, and what is looked at and how. */
export function Site() {
  return (
    <ViewProvider>
      <Top />
      <LoadingBar />
      <SourceDrawer>
        <Content />
      </SourceDrawer>
      <Footer />
      <ScrollRestoration />
    </ViewProvider>
  );
}

/** On a narrow screen one line; what is chosen and the other pages open below it. */
function Top() {
  const { product, skipToContent, menu } = useWords();
  const { link } = useFrame();
  const { key } = useLocation();
  const [openAt, setOpenAt] = useState<string | null>(null);
  // Whatever was chosen there is done.
  const isOpen = openAt === key;
  return (
    <div className="site-top" data-open={isOpen}>
      <button type="button" className="skip-link screen-only" onClick={focusContent}>
        {skipToContent}
      </button>
      <header className="site-header screen-only">
        <NavLink className="site-name" to={link('/')}>
          {product}
        </NavLink>
        <SearchBox />
        <button
          type="button"
          className="site-menu"
          aria-expanded={isOpen}
          aria-controls="site-menu"
          onClick={() => setOpenAt(isOpen ? null : key)}
        >
          {menu}
        </button>
        <ViewSwitch />
        <Appearance />
      </header>
      <Navigation />
    </div>
  );
}

/** Says that something is loading, once that takes a while: one page stays until the next is there. */
function LoadingBar() {
  const { loading } = useWords();
  const isBusy = useBusy();
  return (
    <div role="status" className="loading-bar screen-only">
      {isBusy && <span className="visually-hidden">{loading}</span>}
    </div>
  );
}

/** The page. A link moves the focus to the part that it leads to; opening another page, to its beginning. */
function Content() {
  const content = useRef<HTMLElement>(null);
  const { pathname, hash, key } = useLocation();
  const shown = useRef(pathname);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link that is pressed again leads there again
  useEffect(() => {
    const part = document.getElementById(hash.slice(1));
    const isOther = shown.current !== pathname;
    shown.current = pathname;
    if (part && part.tabIndex < 0) part.tabIndex = -1;
    if (part || isOther) (part ?? content.current)?.focus({ preventScroll: true });
  }, [pathname, hash, key]);
  return (
    <main ref={content} id="content" tabIndex={-1} aria-busy={useBusy()}>
      <Suspense fallback={<FirstPaint />}>
        <Outlet />
      </Suspense>
    </main>
  );
}

/** No link to a fragment: the address tells what is looked at, not where on the page. */
const focusContent = () => document.getElementById('content')?.focus();

const pages = [
  'progress',
  'survey',
  'sdgs',
  'collaboration',
  'graph',
  'paths',
  'compare',
  'pivot',
  'gaps',
  'schema',
] as const;

function Navigation() {
  const words = useWords();
  const { pathname } = useLocation();
  const { link, municipalities } = useFrame();
  const isList = pathname.startsWith('/lists/');
  return (
    <nav id="site-menu" className="site-navigation screen-only" aria-label={words.product}>
      <NavLink to={link('/')} end>
        {words.pages.overview}
      </NavLink>
      <Link
        to={link('/lists/policyItems')}
        className={isList ? 'active' : undefined}
        aria-current={isList ? 'page' : undefined}
      >
        {words.pages.lists}
      </Link>
      {municipalities.length > 1 && <NavLink to={link('/cities')}>{words.pages.cities}</NavLink>}
      {pages.map((page) => (
        <NavLink key={page} to={link(`/${page}`)}>
          {words.pages[page]}
        </NavLink>
      ))}
      <a href="/graphql">{words.pages.playground}</a>
    </nav>
  );
}
