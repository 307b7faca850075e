import { useEffect } from 'react';
import { useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import { PageTitle } from '../../parts/page-title.js';
import { Waiting } from '../../parts/section.js';
import { useView } from '../../site/view.js';
import { Findings } from './findings/findings.js';
import { GapCounts } from './gap-counts.js';
import { GradesByField } from './grades-by-field.js';
import { HeatMap } from './heat-map.js';
import { Introduction } from './introduction.js';
import { KeyNumbers } from './key-numbers.js';
import './overview.css';
import { PlanMap } from './plan-map.js';
import { Ways } from './ways.js';
import { useOverviewWords } from './words.js';

/**
 * What this is, what its data tells, and where to begin. Each part asks for itself, all at once, and shows as soon as it is
 * answered.
 */
export function OverviewPage() {
  const words = useOverviewWords();
  const { leads } = useWords();
  const { nameOf } = useLabels();
  const { municipality, stage } = useView();
  useEffect(() => {
    // What the numbers open is loaded while they are read.
    void import('../list/list-page.js');
  }, []);
  const variables = { municipality: municipality.id, stage };
  return (
    <div className="overview stack">
      <div className="overview-lead">
        <PageTitle title={words.title(nameOf(municipality))} lead={leads.overview} />
        <Waiting>
          <Introduction variables={variables} />
        </Waiting>
      </div>
      <Waiting>
        <Findings variables={variables} />
      </Waiting>
      <Ways />
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
