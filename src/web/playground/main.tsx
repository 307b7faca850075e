import 'graphiql/setup-workers/vite';
import './style/playground.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PreferencesProvider } from '../explorer/site/preferences.js';
import { readLink } from './client/link.js';
import { Playground } from './playground.js';

const element = document.getElementById('playground');
if (!element) throw new Error('expected an element with the id "playground" in index.html');

createRoot(element).render(
  <StrictMode>
    <PreferencesProvider>
      <Playground link={readLink(location.search)} />
    </PreferencesProvider>
  </StrictMode>,
);
