import type { CoverageToldFragment } from '../graphql/graphql.js';
import { useLabels } from '../language/language.js';
import { useWords } from '../language/words.js';
import './coverage-note.css';
import { TermLink } from './term-link.js';

/** Says of what does not show all there is, what the documents that were read do not tell; nothing where it shows all. */
export function CoverageNote({ coverage }: { readonly coverage: CoverageToldFragment | null | undefined }) {
  const { pick } = useLabels();
  const { terms } = useWords();
  if (!coverage || coverage.state === 'COMPLETE') return null;
  return (
    <p className="coverage-note small">
      {pick(coverage.note, coverage.noteEn)} <TermLink term="coverage">{terms.coverage}</TermLink>
    </p>
  );
}
