import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { ApiError } from '../client/send.js';
import { useLanguage } from '../language/language.js';
import { useWords } from '../language/words.js';
import { isPassing, useHealing } from '../site/healing.js';

/**
 * Keeps the failure of a part to that part: what the API said stands in its place, with a way to try again. It is past once
 * something else is asked for.
 */
export function PartErrors({ children }: { readonly children: ReactNode }) {
  const { reset } = useQueryErrorResetBoundary();
  const { key } = useLocation();
  return (
    <Boundary onAgain={reset} resetKey={key}>
      {children}
    </Boundary>
  );
}

interface BoundaryState {
  readonly error: unknown;
}

class Boundary extends Component<
  { readonly children: ReactNode; readonly onAgain: () => void; readonly resetKey: string },
  BoundaryState
> {
  override readonly state: BoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error };
  }

  override componentDidUpdate({ resetKey }: { readonly resetKey: string }): void {
    if (resetKey !== this.props.resetKey && this.state.error !== null) this.again();
  }

  private readonly again = () => {
    this.props.onAgain();
    this.setState({ error: null });
  };

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    // Only what the API refused is known to leave the rest whole.
    if (!(error instanceof ApiError)) throw error;
    return <PartError error={error} again={this.again} />;
  }
}

function PartError({ error, again }: { readonly error: ApiError; readonly again: () => void }) {
  const { failed } = useWords();
  const language = useLanguage();
  useHealing(isPassing(error), again);
  return (
    <div className="notice stack" role="alert">
      <p>{error.textIn(language)}</p>
      {isPassing(error) && <p>{failed.heals}</p>}
      <button type="button" onClick={again}>
        {failed.again}
      </button>
    </div>
  );
}
