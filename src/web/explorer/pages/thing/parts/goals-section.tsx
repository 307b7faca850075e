import { useAnswer } from '../../../client/use-answer.js';
import {
  type EvaluationCellFragment,
  GoalCoursesDocument,
  ReformSheetGoalsDocument,
} from '../../../graphql/graphql.js';
import { shortNumber, unitAfter } from '../../../language/figures.js';
import { Section, TableSection } from '../../../parts/section.js';
import { useView } from '../../../site/view.js';
import { filledColumns, sourcesColumn } from '../../types/columns.js';
import type { Row } from '../../types/rows.js';
import { useThingLabels } from '../words.js';
import { GoalsChart } from './goals-chart.js';

interface Sheet {
  readonly id: string;
  readonly startFiscalYear: number;
  readonly targetFiscalYear: number;
  readonly evaluations: readonly EvaluationCellFragment[];
}

/** The goals of a reform sheet year by year with its grades: drawn where they are numbers, and as a table. */
export function GoalsSection({ node }: { readonly node: Row }) {
  const sheet = node as unknown as Sheet;
  const labels = useThingLabels();
  const { words, vocabulary } = labels;
  const { municipality } = useView();
  const { answer, request } = useAnswer(ReformSheetGoalsDocument, { id: sheet.id });
  const courses = useAnswer(GoalCoursesDocument, { municipality: municipality.id });
  const goals = answer.node && 'annualGoals' in answer.node ? answer.node.annualGoals : [];
  const course = courses.answer.progress.goals.find((each) => each.sheet.id === sheet.id);
  const years = Array.from(
    { length: sheet.targetFiscalYear - sheet.startFiscalYear + 1 },
    (_, index) => sheet.startFiscalYear + index,
  );
  const rows = [...new Set([...years, ...goals.map(({ fiscalYear }) => fiscalYear)])]
    .toSorted((a, b) => a - b)
    .map((year) => {
      const goal = goals.find(({ fiscalYear }) => fiscalYear === year);
      const point = course?.points.find(({ fiscalYear }) => fiscalYear === year);
      return {
        year,
        era: point?.era ?? goal?.era ?? null,
        goal,
        point,
        grade: sheet.evaluations.find(({ fiscalYear }) => fiscalYear === year)?.grade ?? null,
        sources: goal?.sources ?? [],
      };
    });
  const drawn = rows.filter(({ point }) => typeof point?.value === 'number').length > 1;
  return (
    <>
      {course && drawn && (
        <Section title={words.goals.title} request={courses.request}>
          <p className="quiet-text">
            {[
              course.label,
              unitAfter(course.unit, labels.language).trim(),
              vocabulary.value('IndicatorDirection', course.wanted),
              vocabulary.value('GoalCourse', course.course),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <GoalsChart
            points={rows.map(({ year, era, point, grade }) => ({ year, era, value: point?.value ?? null, grade }))}
            unitAfter={(value) => unitAfter(course.unit, labels.language, value)}
          />
        </Section>
      )}
      <TableSection
        title={vocabulary.field('ReformSheet', 'annualGoals')}
        request={request}
        save={{ connection: 'node.annualGoals' }}
        rows={rows}
        columns={filledColumns(
          [
            {
              id: 'year',
              title: vocabulary.field('AnnualGoal', 'fiscalYear'),
              value: ({ year }) => year,
              cell: ({ year, era }) => words.year(era, year),
            },
            {
              id: 'goal',
              title: vocabulary.field('AnnualGoal', 'text'),
              value: ({ goal }) => goal?.text ?? words.goals.empty,
              cell: ({ goal }) => goal?.phrases.map((phrase) => <div key={phrase}>{phrase}</div>) ?? words.goals.empty,
            },
            {
              id: 'value',
              title: vocabulary.field('AnnualGoal', 'value'),
              value: ({ point }) => point?.value ?? null,
              cell: ({ point }) => typeof point?.value === 'number' && shortNumber().format(point.value),
              numeric: true,
            },
            {
              id: 'grade',
              title: vocabulary.field('ReformSheet', 'evaluations'),
              value: ({ grade }) => grade,
              cell: ({ grade }) => grade && <b>{grade}</b>,
            },
            sourcesColumn(labels),
          ],
          rows,
        )}
        keyOf={({ year }) => String(year)}
      >
        {!drawn && <p className="quiet-text">{words.goals.noNumbers}</p>}
      </TableSection>
    </>
  );
}
