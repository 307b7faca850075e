import { useWords } from '../../language/language.js';
import { PageTitle } from '../../parts/page-title.js';
import { GapList } from './gap-list.js';
import './gaps-page.css';
import { useGapWords } from './words.js';

/** `/gaps?kind=…&severity=…&department=…`: what the documents lack, with reasons and evidence. */
export function GapsPage() {
  const { pages } = useWords();
  const words = useGapWords();
  return (
    <div className="gaps-page">
      <PageTitle title={pages.gaps} />
      <p>{words.lead}</p>
      <GapList />
    </div>
  );
}
