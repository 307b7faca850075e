import { useEffect, useRef } from 'react';
import type { LinkedOperation } from '../client/link.js';
import { useOpenAndRun } from '../client/open-and-run.js';

/** Runs the operation that a link brought, where the link says so; shows nothing itself. */
export function RunLink({ link }: { readonly link: LinkedOperation | null }) {
  const openAndRun = useOpenAndRun();
  const isDone = useRef(false);
  useEffect(() => {
    if (!link?.runs || isDone.current) return;
    isDone.current = true;
    openAndRun(link);
  }, [link, openAndRun]);
  return null;
}
