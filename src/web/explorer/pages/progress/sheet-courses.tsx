import { useAnswer } from '../../client/use-answer.js';
import { SheetCoursesDocument } from '../../graphql/graphql.js';
import { shortNumber, unitAfter } from '../../language/figures.js';
import { useLabels } from '../../language/language.js';
import { Figure } from '../../parts/figure/figure.js';
import { rowLayout } from '../../parts/figure/row-layout.js';
import { FoldedSources } from '../../parts/sources.js';
import { ThingLink, thingAddress } from '../../parts/thing-link.js';
import { hrefOf, useView } from '../../site/view.js';
import { inOrder, lookOf, type SheetCourse, signs } from './courses.js';
import { useProgressWords } from './words.js';

const load = () => import('./courses-chart.js');

/** The goals of reform sheets year by year, those that go back first. */
export function SheetCourses() {
  const words = useProgressWords();
  const { vocabulary, language, nameOf } = useLabels();
  const { municipality, link } = useView();
  const { answer, request } = useAnswer(SheetCoursesDocument, { municipality: municipality.id });
  const all = answer.progress.goals;
  const compared = inOrder(all.filter(({ course }) => course !== 'NOT_COMPARABLE'));
  const { courses } = words;
  const gradeOf = ({ sheet }: SheetCourse) =>
    sheet.evaluations.map(({ grade, fiscalYear }) => `${grade}（${words.year(fiscalYear)}）`).join(words.comma);
  const goalsOf = ({ points, wanted, unit }: SheetCourse) =>
    points
      .map((point) => {
        const look = lookOf(point, wanted);
        const value =
          point.value === null
            ? courses[look]
            : `${shortNumber().format(point.value)}${unitAfter(unit, language, point.value)}`;
        return `${point.era ?? point.fiscalYear} ${value}${signs[look]}`;
      })
      .join(words.comma);
  const years = new Map(compared.flatMap(({ points }) => points.map((point) => [point.fiscalYear, point.era])));
  const data = {
    years: [...years]
      .toSorted(([a], [b]) => a - b)
      .map(([year, era]) => ({ year, label: language === 'ja' && era ? era : words.year(year) })),
    rows: compared.map((course) => {
      const name = `${course.sheet.number} ${nameOf(course.sheet)}`;
      return {
        id: course.sheet.id,
        label: name,
        value: course.sheet.evaluations.map(({ grade }) => grade).join(words.comma) || '—',
        href: hrefOf(link(thingAddress(course.sheet.id))),
        spoken: courses.spoken(
          name,
          vocabulary.value('GoalCourse', course.course),
          goalsOf(course),
          gradeOf(course) || courses.notGraded,
        ),
      };
    }),
    cells: compared.flatMap(({ sheet, points, wanted }) =>
      points.map((point) => {
        const look = lookOf(point, wanted);
        const text =
          point.value === null
            ? look === 'words'
              ? courses.wordsShort
              : ''
            : `${shortNumber().format(point.value)}${signs[look]}`;
        return { id: sheet.id, year: point.fiscalYear, text, look };
      }),
    ),
  };
  const count = (course: SheetCourse['course']) => compared.filter((each) => each.course === course).length;
  return (
    <Figure
      id="sheet-courses"
      title={compared.length === 0 ? courses.about : courses.finding(compared.length, count('AGAINST'), count('LEVEL'))}
      about={courses.about}
      coverage={answer.progress.goalCoverage}
      notes={[
        compared.length > 0 && courses.grades,
        all.length > compared.length && courses.leftOut(all.length - compared.length, all.length),
      ]}
      legend={[
        { label: courses.first, color: 'var(--quiet-mark)' },
        { label: `${courses.towards}${signs.towards}`, color: 'var(--towards)' },
        { label: `${courses.level}${signs.level}`, color: 'var(--level)' },
        { label: `${courses.against}${signs.against}`, color: 'var(--against)' },
        { label: courses.wordsKey, color: 'var(--text-quiet)', shape: 'hollow' },
      ]}
      drawn={
        compared.length === 0 ? null : { load, data, height: (width) => rowLayout(compared.length, width, 5).height }
      }
      request={request}
      save={{ connection: 'progress.goals', series: true }}
      rows={all}
      keyOf={({ sheet }) => sheet.id}
      columns={[
        { id: 'number', title: vocabulary.field('ReformSheet', 'number'), value: ({ sheet }) => sheet.number },
        {
          id: 'sheet',
          title: vocabulary.type('ReformSheet'),
          isName: true,
          value: ({ sheet }) => nameOf(sheet),
          cell: ({ sheet }) => <ThingLink thing={sheet} />,
        },
        {
          id: 'course',
          title: vocabulary.field('GoalProgress', 'course'),
          value: ({ course }) => vocabulary.value('GoalCourse', course),
        },
        { id: 'goals', title: courses.column, value: goalsOf },
        { id: 'grade', title: vocabulary.field('ReformSheet', 'evaluations'), value: gradeOf },
        {
          id: 'sources',
          title: vocabulary.field('ReformSheet', 'sources'),
          value: ({ sheet }) => sheet.sources.length,
          cell: ({ sheet }) => <FoldedSources sources={sheet.sources} />,
        },
      ]}
      sources={all.flatMap(({ sheet }) => sheet.sources)}
    />
  );
}
