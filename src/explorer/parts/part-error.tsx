import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';
import { AskingError } from '../asking/ask.js';
import { useLanguage, useWords } from '../language/language.js';

/** Keeps the failure of a part to that part: what the API said stands in its place, with a way to try again. */
export function PartErrors({ children }: { readonly children: ReactNode }) {
  const { reset } = useQueryErrorResetBoundary();
  return <Boundary onAgain={reset}>{children}</Boundary>;
}

class Boundary extends Component<
  { readonly children: ReactNode; readonly onAgain: () => void },
  { readonly error: unknown }
> {
  override readonly state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    // Only what the API refused is known to leave the rest whole.
    if (!(error instanceof AskingError)) throw error;
    const again = () => {
      this.props.onAgain();
      this.setState({ error: null });
    };
    return <PartError error={error} again={again} />;
  }
}

function PartError({ error, again }: { readonly error: AskingError; readonly again: () => void }) {
  const { failed } = useWords();
  const language = useLanguage();
  return (
    <div className="notice" role="alert">
      <p>{language === 'ja' ? error.messageJa : error.message}</p>
      <button type="button" onClick={again}>
        {failed.again}
      </button>
    </div>
  );
}
