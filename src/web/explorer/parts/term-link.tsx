import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useView } from '../site/view.js';

/** Words that the glossary explains (`pages/glossary/words.ts`), as a link to what it says of them. */
export function TermLink({ term, children }: { readonly term: 'coverage' | 'grade'; readonly children: ReactNode }) {
  const { link } = useView();
  return (
    <Link to={{ ...link('/glossary'), hash: `#${term}` }} className="term">
      {children}
    </Link>
  );
}
