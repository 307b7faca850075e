/** The sheet 評価: how policy items, measures and projects were evaluated, by year and step. */
import type { Description, EdgeName } from '../../model/declaration.js';
import { nearest } from '../dataset/suggestions.js';
import { displayed, namesIn, readText, readYear } from './cells.js';
import type { At, Draft } from './draft.js';
import { directionNamed, stepKey, stepNamed } from './evaluation-words.js';
import { type KnownThings, localId, slug } from './known.js';
import type { Scales } from './scales.js';
import { type SheetKey, template } from './template.js';
import { words } from './words.js';

/** What can be evaluated. */
type Subjects = Readonly<Record<'policyItems' | 'measures' | 'projects', KnownThings>>;
type Kind = keyof Subjects;

const edges: Readonly<Record<Kind, EdgeName>> = {
  policyItems: 'EVALUATES_ITEM',
  measures: 'EVALUATES_MEASURE',
  projects: 'EVALUATES_PROJECT',
};
const kinds = Object.keys(edges) as Kind[];

/** What happens year by year stands outside of the planning cycle, and so is of no stage. */
const outside = { staged: false } as const;

/** Reads evaluations; the kinds of things of which there are any. */
export function readEvaluations(draft: Draft, subjects: Subjects, scales: Scales): ReadonlySet<SheetKey> {
  const evaluated = new Set<SheetKey>();
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
    const [kind, id] = subject;
    const [, word = ''] = id.split(':');
    const own = draft.id('evaluation', [word, localId(id), year, ...(step ? [slug(stepKey(step))] : [])].join(':'));
    if (!draft.isNew(own, [displayedSubject(at), year, step].filter(Boolean).join(' '), at, 'subject')) continue;
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

/** The only thing that a cell names, of whatever kind; null where it is empty, or names none or several, which is said. */
function subjectOf(draft: Draft, at: At, subjects: Subjects): readonly [Kind, string] | null {
  const text = draft.read(at, 'subject', displayed);
  if (text === null) return null;
  const counts = kinds.map((kind) => [kind, subjects[kind].countOf(text)] as const).filter(([, count]) => count > 0);
  const [first, ...others] = counts;
  const wrong = (sentence: Description) => draft.error(at, 'subject', sentence);
  if (first && others.length > 0) wrong(words.inSeveralSheets(sheets(counts.map(([kind]) => kind)), text));
  else if (first) {
    const [kind, count] = first;
    const thing = subjects[kind].find(text);
    if (thing) return [kind, thing.id];
    wrong(words.namesSeveral(template[kind].name, text, count));
  } else if (!kinds.some((kind) => subjects[kind].isBroken(text))) wrong(noSubject(text, subjects));
  return null;
}

/** Why a text names nothing that can be evaluated. */
function noSubject(text: string, subjects: Subjects): Description {
  const isKnown = (name: string) => kinds.some((kind) => subjects[kind].countOf(name) > 0);
  const named = namesIn(text, isKnown).filter(isKnown);
  if (named.length > 1) return words.oneSubject(named);
  const candidates = kinds.flatMap((kind) => subjects[kind].nearestTo(text) ?? []);
  return words.noSuch(sheets(kinds), text, nearest(text, candidates));
}

const sheets = (of: readonly Kind[]) => of.map((kind) => template[kind].name).join('・');
