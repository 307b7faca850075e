import { useEffect } from 'react';
import { useWords } from '../../language/words.js';
import { PageTitle } from '../../parts/page-title.js';
import { Waiting } from '../../parts/section.js';
import { useView } from '../../site/view.js';
import { GapCounts } from './gap-counts.js';
import { GradesByField } from './grades-by-field.js';
import { HeatMap } from './heat-map.js';
import { KeyNumbers } from './key-numbers.js';
import './overview.css';
import { PlanMap } from './plan-map.js';

/** What an analyst opens in the morning. Each part asks for itself, all at once, and shows as soon as it is answered. */
export function OverviewPage() {
  const { pages } = useWords();
  const { municipality, stage } = useView();
  useEffect(() => {
    // What the numbers open is loaded while they are read.
    void import('../list/list-page.js');
  }, []);
  const variables = { municipality: municipality.id, stage };
  return (
    <div className="overview stack">
      <PageTitle title={pages.overview} />
      <Waiting>
        <KeyNumbers variables={variables} />
      </Waiting>
      <div className="overview-charts">
        <Waiting>
          <HeatMap variables={variables} />
        </Waiting>
        <div className="overview-side stack">
          <Waiting>
            <GradesByField variables={variables} />
            <GapCounts municipality={municipality.id} />
          </Waiting>
        </div>
      </div>
      <Waiting>
        <PlanMap variables={variables} />
      </Waiting>
    </div>
  );
}
