import { type ReactNode, Suspense, useId } from 'react';
import { QueryButton } from '../client/query-button.js';
import type { GraphqlRequest } from '../client/send.js';
import { useWords } from '../language/language.js';
import { PartErrors } from './part-error.js';
import './section.css';

/**
 * A titled part of a page. Its foot has the query that it was made from and, where `takeAway` is given, the ways to save
 * it; parts wait for their answers each by itself.
 */
export function Section({
  title,
  request,
  takeAway,
  children,
}: {
  readonly title: ReactNode;
  readonly request?: GraphqlRequest;
  readonly takeAway?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
      {(request || takeAway) && (
        <footer className="section-foot screen-only">
          {request && <QueryButton request={request} />}
          {takeAway}
        </footer>
      )}
    </section>
  );
}

/** Shows its children once their answers are there; neither waiting nor failing do they touch what stands beside them. */
export function Waiting({ children }: { readonly children: ReactNode }) {
  return (
    <PartErrors>
      <Suspense fallback={<Loading />}>{children}</Suspense>
    </PartErrors>
  );
}

/** What stands where something is still on its way. */
export function Loading() {
  const { loading } = useWords();
  return <p className="waiting">{loading}</p>;
}
