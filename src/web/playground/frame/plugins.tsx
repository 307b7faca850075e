import { explorerPlugin } from '@graphiql/plugin-explorer';
import { type GraphiQLPlugin, useGraphiQL } from '@graphiql/react';
import { HISTORY_PLUGIN } from 'graphiql';
import { useEffect } from 'react';
import { ExplainPane, explainTitle } from '../explain/explain-pane.js';
import { GalleryPane } from '../gallery/gallery-pane.js';
import { ExplainIcon, GalleryIcon } from './icons.js';

// GraphiQL remembers a title as the name of the open pane, so that it is one for both languages; `graphiql-words.ts` shows the
// one of the page.
export const galleryPlugin: GraphiQLPlugin = {
  title: 'Examples / クエリ例',
  icon: GalleryIcon,
  content: GalleryPane,
};
const explainPlugin: GraphiQLPlugin = {
  title: explainTitle,
  icon: ExplainIcon,
  content: ExplainPane,
};
/** It calls itself "Explorer", as the pages at / are called here. */
const builder = 'Query builder / クエリ作成';
const builderPlugin: GraphiQLPlugin = { ...explorerPlugin({ title: builder, showAttribution: false }), title: builder };

/** The panes beside the documentation, in their order. */
export const plugins: GraphiQLPlugin[] = [galleryPlugin, builderPlugin, explainPlugin, HISTORY_PLUGIN];

/**
 * Opens a pane by its button, unless it is open: only that also shows the place where panes stand, should the user have
 * closed it.
 */
export function useOpenPane({ title }: { readonly title: string }): () => void {
  const index = useGraphiQL(({ plugins }) => plugins.findIndex((plugin) => plugin.title === title));
  const isOpen = useGraphiQL(({ visiblePlugin }) => visiblePlugin?.title === title);
  return () => {
    if (!isOpen) document.querySelector<HTMLButtonElement>(`.graphiql-sidebar button[data-index="${index}"]`)?.click();
  };
}

/** On a narrow screen panes are above the editors: the one that was opened comes into sight. */
export const showPane = () =>
  requestAnimationFrame(() => document.querySelector('.graphiql-plugin')?.scrollIntoView({ block: 'nearest' }));

/** How long the query builder takes, in milliseconds. */
const untilBuilt = 200;

/** All panes scroll in one place: each begins at its top. Shows nothing itself. */
export function PaneTop() {
  const title = useGraphiQL(({ visiblePlugin }) => visiblePlugin?.title);
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each pane that is opened
  useEffect(() => {
    const toTop = () => document.querySelector('.graphiql-plugin')?.scrollTo(0, 0);
    toTop();
    // The query builder comes a moment later, and scrolls to what is written.
    const timer = setTimeout(toTop, untilBuilt);
    return () => clearTimeout(timer);
  }, [title]);
  return null;
}
