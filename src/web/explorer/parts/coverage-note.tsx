import type { CoverageToldFragment } from '../graphql/graphql.js';
import { useLabels } from '../language/language.js';
import { useWords } from '../language/words.js';
import './coverage-note.css';
import { NoteText } from './note-text.js';
import { TermLink } from './term-link.js';

/**
 * Says of what does not show all there is, what the documents that were read do not tell, and what a filter names that there
 * is not; nothing where it shows all.
 */
export function CoverageNote({ coverage }: { readonly coverage: CoverageToldFragment | null | undefined }) {
  const { pick } = useLabels();
  const { terms } = useWords();
  if (!coverage) return null;
  // Without a word, a list that is empty because of a wrong name would look like an answer.
  const namesNothing = coverage.unknownValues.length > 0;
  if (coverage.state === 'COMPLETE' && !namesNothing) return null;
  return (
    <p className="coverage-note small" role={namesNothing ? 'alert' : undefined}>
      <NoteText text={pick(coverage.note, coverage.noteEn)} /> <TermLink term="coverage">{terms.coverage}</TermLink>
    </p>
  );
}
