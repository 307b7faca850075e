import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate, useRouteError } from 'react-router';
import { Failure } from './failure.js';
import { isMissingPart, isPassing, useHealing } from './healing.js';

/** In the place of a page that failed. It comes back by itself once the service is there again. */
export function PageError() {
  const error = useRouteError();
  const navigate = useNavigate();
  const location = useLocation();
  const queries = useQueryClient();
  const isOfProgram = isMissingPart(error);
  useHealing(isPassing(error) || isOfProgram, () => {
    // What failed may be a part of the program as well as an answer.
    if (isOfProgram) return reload();
    queries.removeQueries({ predicate: ({ state }) => state.status === 'error' });
    void navigate(location, { replace: true, preventScrollReset: true });
  });
  return <Failure error={error} again={reload} />;
}

/** All of it anew. */
const reload = () => location.reload();
