import { explorerPlugin } from '@graphiql/plugin-explorer';
import type { GraphiQLPlugin } from '@graphiql/react';
import { HISTORY_PLUGIN } from 'graphiql';
import { ExplainPane } from '../explain/explain-pane.js';
import { GalleryPane } from '../gallery/gallery-pane.js';
import { ExplainIcon, GalleryIcon } from './icons.js';

// GraphiQL puts an English "Show" before a title and remembers it as the name of the open pane, so that it is one for
// both languages.
export const galleryPlugin: GraphiQLPlugin = {
  title: 'Examples / クエリ例',
  icon: GalleryIcon,
  content: GalleryPane,
};
export const explainPlugin: GraphiQLPlugin = {
  title: 'Execution details / 実行の詳細',
  icon: ExplainIcon,
  content: ExplainPane,
};
/** It calls itself "Explorer", as the pages at / are called here. */
const builder = 'Query builder / クエリ作成';
const builderPlugin: GraphiQLPlugin = { ...explorerPlugin({ title: builder, showAttribution: false }), title: builder };

/** The panes beside the documentation, in their order. */
export const plugins: GraphiQLPlugin[] = [galleryPlugin, builderPlugin, explainPlugin, HISTORY_PLUGIN];

/**
 * Opens a pane by its button: only that also shows the place where panes stand, should the user have closed it.
 */
export function openPane({ title }: GraphiQLPlugin): void {
  document.querySelector<HTMLButtonElement>(`.graphiql-sidebar button[aria-label="Show ${title}"]`)?.click();
}

/** On a narrow screen panes are above the editors: the one that was opened comes into sight. */
export const showPane = () =>
  requestAnimationFrame(() => document.querySelector('.graphiql-plugin')?.scrollIntoView({ block: 'nearest' }));
