import 'graphiql/setup-workers/vite';
import './style/playground.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PreferencesProvider } from '../explorer/site/preferences.js';
import { readLink } from './client/link.js';
import { Playground } from './playground.js';

const element = document.getElementById('playground');
if (!element) throw new Error('expected an element with the id "playground" in index.html');

const link = readLink(location.search);
// From here on the tab has it: reading the page again shows what became of it, not the link once more.
if (link) history.replaceState(null, '', location.pathname);

createRoot(element).render(
  <StrictMode>
    <PreferencesProvider>
      <Playground link={link} />
    </PreferencesProvider>
  </StrictMode>,
);
