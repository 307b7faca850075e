import { useSyncExternalStore } from 'react';

type Cut = (text: string) => readonly string[];

let known: Cut | null = null;
let isAskedFor = false;
const waiting = new Set<() => void>();

/** Chromium breaks lines of Japanese between phrases by itself; there is no style where a test renders to text. */
const isNeeded = () => typeof CSS !== 'undefined' && !CSS.supports('word-break', 'auto-phrase');

function subscribe(changed: () => void): () => void {
  if (!isNeeded()) return () => undefined;
  waiting.add(changed);
  if (!isAskedFor) void load();
  return () => waiting.delete(changed);
}

/** A failure stays one of the console: without it lines end where the browser has them end. */
async function load(): Promise<void> {
  isAskedFor = true;
  const { cut } = await import('./cut.js');
  known = cut;
  for (const changed of waiting) changed();
}

/** What cuts Japanese into phrases; null where the browser does that itself, and until it is loaded. */
export const usePhraseCutter = (): Cut | null =>
  useSyncExternalStore(
    subscribe,
    () => known,
    () => null,
  );
