import { QueryButton } from '../../../client/query-button.js';
import { useAnswer } from '../../../client/use-answer.js';
import { FindingsDocument, type FindingsQuery, type FindingsQueryVariables } from '../../../graphql/graphql.js';
import { useLabels } from '../../../language/language.js';
import { tailOf } from '../../../parts/lists.js';
import { thingAddress } from '../../../parts/thing-link.js';
import { useView } from '../../../site/view.js';
import { gradeColors } from '../../progress/grade-colors.js';
import { signOf } from '../../progress/sign.js';
import { useProgressWords } from '../../progress/words.js';
import { useOverviewWords } from '../words.js';
import { Finding } from './finding.js';
import './findings.css';
import { farthestIndicators, foremostSdgs, gradesOf, quadrantsOf, widestDepartments } from './of-data.js';

interface Shown {
  readonly answer: FindingsQuery;
}

/** What the data itself tells, each as a sentence with a small figure; what the documents have nothing of is left out. */
export function Findings({ variables }: { readonly variables: FindingsQueryVariables }) {
  const { findings: words } = useOverviewWords();
  const { answer, request } = useAnswer(FindingsDocument, variables);
  return (
    <section className="stack" aria-labelledby="findings">
      <h2 id="findings">{words.title}</h2>
      <div className="findings">
        <IndicatorFinding answer={answer} />
        <SurveyFinding answer={answer} />
        <GradesFinding answer={answer} />
        <CollaborationFinding answer={answer} />
        <ChangeFinding answer={answer} />
        <SdgFinding answer={answer} />
      </div>
      <footer className="row small screen-only">
        <QueryButton request={request} />
      </footer>
    </section>
  );
}

function IndicatorFinding({ answer }: Shown) {
  const { distance } = useProgressWords();
  const { nameOf } = useLabels();
  const { link } = useView();
  const { count, reached, farthest } = farthestIndicators(answer);
  const [first] = farthest;
  if (count === 0) return null;
  return (
    <Finding
      sentence={distance.finding(
        count,
        reached,
        first ? nameOf(first.indicator) : null,
        distance.percent(first?.attainment ?? 100),
      )}
      page="/progress"
      isOfForce
      whole={100}
      bars={farthest.map(({ indicator, attainment }) => ({
        id: indicator.id,
        label: [signOf(indicator, nameOf), nameOf(indicator)].filter(Boolean).join(' '),
        value: attainment,
        text: distance.percent(attainment),
        color: 'var(--warn)',
        to: link(thingAddress(indicator.id)),
      }))}
    />
  );
}

function SurveyFinding({ answer }: Shown) {
  const { findings: words } = useOverviewWords();
  const { nameOf, vocabulary } = useLabels();
  const { link } = useView();
  const { quadrants, items, count, year } = quadrantsOf(answer);
  if (count === 0) return null;
  return (
    <Finding
      sentence={words.survey(year, count, items.map(nameOf))}
      page="/survey"
      bars={quadrants.map((each) => ({
        id: each.quadrant,
        label: vocabulary.value('SurveyQuadrant', each.quadrant),
        value: each.count,
        text: words.items(each.count),
        color: each.quadrant === 'IMPORTANT_UNSATISFYING' ? 'var(--warn)' : 'var(--accent)',
        to: link('/survey'),
      }))}
    />
  );
}

function GradesFinding({ answer }: Shown) {
  const { grade, findings: words } = useOverviewWords();
  const { link } = useView();
  const { columns, count } = gradesOf(answer);
  const last = columns.at(-1);
  if (!last) return null;
  return (
    <Finding
      sentence={words.grades(count, grade(last.key), last.total)}
      page="/progress"
      bars={columns.map(({ key, total }) => ({
        id: key,
        label: grade(key),
        value: total,
        text: words.sheets(total),
        color: gradeColors[key] ?? 'var(--accent)',
        to: link('/lists/reformSheets', { grade: key }),
      }))}
    />
  );
}

function CollaborationFinding({ answer }: Shown) {
  const { findings: words } = useOverviewWords();
  const { nameOf } = useLabels();
  const { link } = useView();
  const { totalCount, departmentCount } = answer.collaborations;
  const widest = widestDepartments(answer);
  const [first] = widest;
  if (!first) return null;
  return (
    <Finding
      sentence={words.collaboration(departmentCount, totalCount, nameOf(first.department), first.degree)}
      page="/collaboration"
      bars={widest.map(({ department, degree }) => ({
        id: department.id,
        label: nameOf(department),
        value: degree,
        text: words.partners(degree),
        to: link(thingAddress(department.id)),
      }))}
    />
  );
}

function ChangeFinding({ answer }: Shown) {
  const { findings: words } = useOverviewWords();
  const { vocabulary } = useLabels();
  const { link } = useView();
  const { totalCount, subjectCount, facets } = answer.changes;
  if (totalCount === 0) return null;
  return (
    <Finding
      sentence={words.changes(subjectCount, totalCount)}
      page="/compare"
      bars={facets.flatMap(({ value, count }) =>
        value === null
          ? []
          : {
              id: value,
              label: vocabulary.value('ChangeKind', value),
              value: count,
              text: words.changeCount(count),
              to: link('/compare', { kind: value }),
            },
      )}
    />
  );
}

function SdgFinding({ answer }: Shown) {
  const { findings: words } = useOverviewWords();
  const { pick } = useLabels();
  const { link } = useView();
  const foremost = foremostSdgs(answer);
  const [first] = foremost;
  if (!first) return null;
  const nameOf = ({ value, label, labelEn }: typeof first) => `${tailOf(value)} ${pick(label, labelEn ?? label)}`;
  return (
    <Finding
      sentence={words.sdgs(nameOf(first), first.count)}
      page="/sdgs"
      bars={foremost.map((sdg) => ({
        id: sdg.value,
        label: nameOf(sdg),
        value: sdg.count,
        text: words.items(sdg.count),
        to: link('/lists/policyItems', { sdg: tailOf(sdg.value) }),
      }))}
    />
  );
}
