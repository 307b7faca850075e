import { createContext, useContext } from 'react';
import type { SourceLinesFragment } from '../../graphql/graphql.js';

/** Sources to show in the drawer, and which of them first. */
export interface OpenedSources {
  readonly sources: readonly SourceLinesFragment[];
  readonly first: SourceLinesFragment;
}

export const OpenSources = createContext<((opened: OpenedSources) => void) | null>(null);

/** Opens sources beside the text; null where there is no drawer, and links lead to the page of the document. */
export const useOpenSources = () => useContext(OpenSources);
