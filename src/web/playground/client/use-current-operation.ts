import { useGraphiQL } from '@graphiql/react';
import { useMemo } from 'react';
import type { Operation } from './link.js';

/** The operation of the open tab, a moment after it was typed. */
export function useCurrentOperation(): Operation {
  const { query, variables, operationName } = useGraphiQL(({ tabs, activeTabIndex }) => {
    const { query = null, variables = null, operationName = null } = tabs[activeTabIndex] ?? {};
    return { query, variables, operationName };
  });
  return useMemo(
    () => ({ query: query ?? '', variables: variables ?? '', operationName: operationName || null }),
    [query, variables, operationName],
  );
}
