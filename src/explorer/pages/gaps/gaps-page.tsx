import { useWords } from '../../language/language.js';
import { PageTitle } from '../../parts/page-title.js';

export function GapsPage() {
  const { pages } = useWords();
  return <PageTitle title={pages.gaps} />;
}
