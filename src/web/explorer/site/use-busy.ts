import { useIsFetching } from '@tanstack/react-query';
import { useNavigation } from 'react-router';
import { SuggestDocument } from '../graphql/graphql.js';

/** Whether something of the page is on its way; suggestions are not of the page. */
export function useBusy(): boolean {
  const suggestions = String(SuggestDocument);
  const isAsking = useIsFetching({ predicate: ({ queryKey: [document] }) => document !== suggestions }) > 0;
  const isMoving = useNavigation().state !== 'idle';
  return isAsking || isMoving;
}
