import { keepPreviousData, useQuery, useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query';
import { send, type TypedRequest } from './send.js';

/**
 * The answer to an operation; the component waits (Suspense) until it is there, and an error goes to the nearest
 * boundary. `request` goes to `QueryButton` and `SaveAs`, so that what is shown is what they show.
 */
export function useAnswer<Answer, Variables>(
  document: TypedRequest<Answer, Variables>['document'],
  variables: Variables,
): { readonly answer: Answer; readonly request: TypedRequest<Answer, Variables> } {
  const request = { document, variables };
  const { data } = useSuspenseQuery({
    queryKey: [String(document), variables],
    queryFn: ({ signal }) => send(request, signal),
  });
  return { answer: data, request };
}

/** The answers to one operation for several variables, in their order; the component waits until all are there. */
export function useAnswers<Answer, Variables>(
  document: TypedRequest<Answer, Variables>['document'],
  all: readonly Variables[],
): readonly Answer[] {
  const queries = all.map((variables) => ({
    queryKey: [String(document), variables],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) => send({ document, variables }, signal),
  }));
  return useSuspenseQueries({ queries }).map(({ data }) => data);
}

/**
 * The same without waiting: `answer` is undefined until there is one, and the previous one while another is loading
 * (`isPrevious`). Null variables ask nothing.
 */
export function useOptionalAnswer<Answer, Variables>(
  document: TypedRequest<Answer, Variables>['document'],
  variables: Variables | null,
): { readonly answer: Answer | undefined; readonly error: Error | null; readonly isPrevious: boolean } {
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: [String(document), variables],
    queryFn: ({ signal }) => send({ document, variables: variables as Variables }, signal),
    enabled: variables !== null,
    placeholderData: keepPreviousData,
  });
  return { answer: data, error, isPrevious: isPlaceholderData };
}
