import { useWords } from '../../language/language.js';
import { PageTitle } from '../../parts/page-title.js';

export function ThingPage() {
  const { pages } = useWords();
  return <PageTitle title={pages.overview} />;
}
