/** The sheet 評価: how policy items, measures and projects were evaluated, by year and step. */
import type { EdgeName } from '../../model/declaration.js';
import { displayed, readText, readYear } from './cells.js';
import type { At, Draft } from './draft.js';
import { directionNamed, stepKey, stepNamed } from './evaluation-words.js';
import { localId, slug } from './known.js';
import type { Scales } from './scales.js';
import { type SubjectKind, type Subjects, subjectOf } from './subjects.js';
import { words } from './words.js';
import { remarkOnYear } from './years-to-come.js';

const edges: Readonly<Record<SubjectKind, EdgeName>> = {
  policyItems: 'EVALUATES_ITEM',
  measures: 'EVALUATES_MEASURE',
  projects: 'EVALUATES_PROJECT',
};

/** What happens year by year stands outside of the planning cycle, and so is of no stage. */
const outside = { staged: false } as const;

/** Reads evaluations; the kinds of things of which there are any. */
export function readEvaluations(draft: Draft, subjects: Subjects, scales: Scales): ReadonlySet<SubjectKind> {
  const evaluated = new Set<SubjectKind>();
  for (const at of draft.rows('evaluations')) {
    const subject = subjectOf(draft, at, subjects);
    const year = draft.read(at, 'year', readYear);
    const step = draft.read(at, 'step', readText);
    const mark = draft.read(at, 'grade', readText);
    const level = scales.levelOf(at, step, mark);
    const direction = draft.read(at, 'direction', readText);
    const comment = draft.read(at, 'comment', readText);
    const says = [mark, direction, comment].some((part) => part !== null);
    if (direction !== null && directionNamed(direction) === null)
      draft.remark(at, 'direction', words.otherDirection(direction));
    // Rows that are prepared for years to come say nothing.
    if (!subject || year === null || !says) continue;
    const { kind, id } = subject;
    const [, word = ''] = id.split(':');
    const own = draft.id('evaluation', [word, localId(id), year, ...(step ? [slug(stepKey(step))] : [])].join(':'));
    if (!draft.isNew(own, [displayedSubject(at), year, step].filter(Boolean).join(' '), at, 'subject')) continue;
    remarkOnYear(draft, at, year, true);
    evaluated.add(kind);
    const values = {
      fiscal_year: year,
      grade: null,
      mark,
      step: step && stepNamed(step),
      step_name: step,
      direction: direction && directionNamed(direction),
      direction_name: direction,
      comment,
    };
    const columns = {
      id: 'subject',
      fiscal_year: 'year',
      mark: 'grade',
      step_name: 'step',
      direction_name: 'direction',
      comment: 'comment',
    };
    draft.add(at, 'Evaluation', own, values, columns, outside);
    draft.link(at, edges[kind], own, id, { ...outside, column: 'subject' });
    if (level) draft.link(at, 'GRADED_AS', own, level, { ...outside, column: 'grade' });
  }
  return evaluated;
}

const displayedSubject = ({ row }: At): string => (row.cells.subject ? displayed(row.cells.subject) : '');
