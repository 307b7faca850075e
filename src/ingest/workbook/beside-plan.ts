/** The sheets 指標 and 関連計画: indicators and related plans, beside the levels of the plan. */
import { describe, type EdgeName } from '../../model/declaration.js';
import { type Direction, directionOf } from '../../model/figures.js';
import { CellError } from '../dataset/cell.js';
import type { Cell } from '../dataset/dataset.js';
import type { BookCell } from './book.js';
import { displayed, readNames, readText, readYear } from './cells.js';
import { type Draft, mentioned } from './draft.js';
import { KnownThings, localId, type Named, slug } from './known.js';
import { periodPlaces, readPeriod } from './period.js';
import { codeParts, Places } from './plan.js';
import { quantityColumns, quantityIn, remarkOnFraction } from './quantities.js';
import { type Subject, type SubjectKind, type Subjects, subjectOf } from './subjects.js';
import { directions } from './template.js';
import { words } from './words.js';

/** An indicator, with the unit of its figures. */
export interface Indicator extends Named {
  readonly unit: string | null;
  /** The greater of its baseline and its target, without a minus; 0 where neither is a number. */
  readonly greatest: number;
}

/** From which columns of the sheet those of an indicator come. */
const indicatorColumns = {
  name: 'name',
  name_en: 'nameEn',
  unit: 'unit',
  direction: 'direction',
  baseline_text: 'baseline',
  baseline_year: 'baselineYear',
  target_text: 'target',
  target_year: 'targetYear',
};

const edges: Readonly<Record<SubjectKind, EdgeName>> = {
  policyItems: 'INDICATES',
  measures: 'INDICATES_MEASURE',
  projects: 'INDICATES_PROJECT',
};

/** What a sheet of indicators gives, and the kinds of things that some of them measure. */
export interface ReadIndicators {
  readonly indicators: KnownThings<Indicator>;
  readonly measured: ReadonlySet<SubjectKind>;
}

export function readIndicators(draft: Draft, subjects: Subjects): ReadIndicators {
  const indicators = new KnownThings<Indicator>();
  const measured = new Set<SubjectKind>();
  const places = new Places();
  for (const at of draft.rows('indicators')) {
    const name = draft.read(at, 'name', readText);
    const code = draft.code(at, codeParts.indicator);
    // Before other kinds could be measured, a workbook meant policy items.
    const subject = subjectOf(draft, at, subjects, 'policyItems');
    const unit = draft.read(at, 'unit', readText);
    const direction = draft.read(at, 'direction', readDirection);
    const baseline = quantityIn(draft, at, 'baseline', unit);
    const target = quantityIn(draft, at, 'target', unit);
    const baselineYear = draft.read(at, 'baselineYear', readYear);
    const targetYear = draft.read(at, 'targetYear', readYear);
    if (baselineYear !== null && targetYear !== null && targetYear < baselineYear)
      draft.error(at, 'targetYear', words.targetBeforeBaseline(targetYear, baselineYear));
    // Without its code, or the subject that stands for one, its id is not known, which was said.
    const { cells } = at.row;
    if (name === null || (code === null && (cells.code || (cells.subject && !subject)))) {
      indicators.breakOff(code ?? draft.probableCode(at, codeParts.indicator), name);
      continue;
    }
    const id = draft.id('indicator', code ?? [...(subject ? [wordsOf(subject)] : []), slug(name)].join(':'));
    if (!draft.isNew(id, code ?? name, at, code ? 'code' : 'name')) {
      indicators.breakOff(null, name);
      continue;
    }
    const known = {
      baseline: baseline?.value ?? null,
      target: target?.value ?? null,
      comparator: target?.comparator ?? null,
    };
    if (direction !== null && contradicts(direction, known)) draft.remark(at, 'direction', words.targetAcrossBaseline);
    const ownUnit = unit ?? target?.unit ?? baseline?.unit ?? null;
    const greatest = Math.max(0, ...[known.baseline, known.target].map((value) => Math.abs(value ?? 0)));
    for (const key of ['baseline', 'target']) remarkOnFraction(draft, at, key, ownUnit, greatest);
    const indicator = { id, code, name, unit: ownUnit, greatest };
    indicators.add(indicator);
    for (const called of callsOf(subject)) indicators.alsoCalled(`${called}${name}`, indicator);
    const values = {
      name,
      name_en: draft.read(at, 'nameEn', readText),
      number: places.next(subject?.id ?? null),
      roles: target ? ['OUTCOME'] : ['STATUS'],
      unit: ownUnit,
      direction: directionOf({ direction, ...known }),
      ...quantityColumns('baseline', baseline, baselineYear),
      ...quantityColumns('target', target, targetYear),
    };
    draft.add(at, 'Indicator', id, values, { id: code ? 'code' : 'name', ...indicatorColumns });
    if (!subject) continue;
    measured.add(subject.kind);
    draft.link(at, edges[subject.kind], id, subject.id, { column: 'subject' });
  }
  return { indicators, measured };
}

/** Whether a direction is not that in which the target lies. */
const contradicts = (
  direction: Direction,
  { baseline, target }: { readonly baseline: number | null; readonly target: number | null },
): boolean => {
  if (baseline === null || target === null) return false;
  return (direction === 'INCREASE' && target < baseline) || (direction === 'DECREASE' && target > baseline);
};

/** How a thing can be written in front of the name of an indicator of it: several things have indicators of one name. */
const callsOf = (subject: Subject | null): readonly string[] =>
  subject ? [...(subject.code ? [subject.code, `${subject.code}${subject.name}`] : []), subject.name] : [];

/** The beginning of the id of an indicator without a code: its policy item, or another thing with the word of its type. */
const wordsOf = ({ kind, id }: Subject): string =>
  kind === 'policyItems' ? localId(id) : id.split(':').slice(1).join(':');

const arrows: Readonly<Record<string, Direction>> = {
  '↑': 'INCREASE',
  '↗': 'INCREASE',
  '↓': 'DECREASE',
  '↘': 'DECREASE',
  '→': 'MAINTAIN',
};

/** What cities write in place of the words of the template. */
const directionWords: readonly (readonly [words: RegExp, direction: Direction])[] = [
  [/^(?:増|増やす|増加させる|上昇|向上|拡大|増大|プラス|\+)$/, 'INCREASE'],
  [/^(?:減|減らす|減少させる|低下|下降|削減|縮減|縮小|低減|抑制|マイナス|-)$/, 'DECREASE'],
  [/^(?:現状維持|維持する|横ばい)$/, 'MAINTAIN'],
];

function readDirection(cell: BookCell): Direction {
  const text = displayed(cell).normalize('NFKC');
  const named: Readonly<Record<string, Direction>> = { ...directions, ...arrows };
  const found = Object.hasOwn(named, text) ? named[text] : undefined;
  const meant = found ?? directionWords.find(([pattern]) => pattern.test(text))?.[1];
  if (meant) return meant;
  const expected = Object.keys(directions);
  throw new CellError(describe(`one of ${expected.join(', ')}`, `${expected.join('、')} のいずれか`), text);
}

/** What a related plan is called by its end, by which several in one cell are told apart. */
const planEnd =
  /(?:計画|ビジョン|プラン|戦略|方針|指針|構想|大綱|プログラム|ガイドライン|条例|要綱)(?:[(（][^()（）]*[)）])?$/;

/** The plans in a cell: one of each line or piece, where each of them is called as plans are. */
function readPlanNames(cell: BookCell): readonly string[] {
  const pieces = readNames(cell, (text) => !/[\r\n、，;；]/.test(text));
  return pieces.length > 1 && pieces.every((piece) => planEnd.test(piece)) ? pieces : [readText(cell)];
}

/** A related plan, with what was told of it so far. */
interface ToldPlan {
  readonly values: Readonly<Record<string, Cell>>;
  readonly targets: Set<string>;
}

/** Reads related plans. A plan may stand in several rows, as those of policy items name it, where each names further ones of these. */
export function readRelatedPlans(draft: Draft, items: KnownThings): void {
  const told = new Map<string, ToldPlan>();
  for (const at of draft.rows('relatedPlans')) {
    const names = draft.read(at, 'name', readPlanNames) ?? [];
    const { columns: period } = readPeriod(draft, at, 'period');
    const nameEn = draft.read(at, 'nameEn', readText);
    const named = draft.read(at, 'policyItems', (cell) => readNames(cell, (text) => items.find(text) !== null)) ?? [];
    const targets = new Map(
      named.flatMap((text) => {
        const item = draft.found(at, 'policyItems', text, items, 'policyItems', codeParts.policyItem);
        return item ? [[item.id, mentioned(item.id, text)] as const] : [];
      }),
    );
    for (const name of names) {
      const id = draft.id('related-plan', slug(name));
      const values = { name, name_en: nameEn, ...period };
      const known = told.get(id);
      const further = [...targets].filter(([item]) => !known?.targets.has(item));
      if (!known || further.length === 0 || !agrees(known.values, values)) {
        if (!draft.isNew(id, name, at, 'name')) continue;
        const columns = { id: 'name', name: 'name', name_en: 'nameEn', ...periodPlaces('period') };
        draft.add(at, 'RelatedPlan', names.length > 1 ? mentioned(id, name) : id, values, columns);
      }
      told.set(id, {
        values: known?.values ?? values,
        targets: new Set([...(known?.targets ?? []), ...targets.keys()]),
      });
      for (const [, target] of further) draft.link(at, 'RELATES_TO', target, id, { column: 'policyItems' });
    }
  }
}

/** Whether a further row of a plan says nothing of it, or what the first one does. */
const agrees = (first: ToldPlan['values'], other: ToldPlan['values']): boolean =>
  Object.keys(other).every((key) => /_text$/.test(key) || other[key] === null || other[key] === first[key]);
