/** The sheets 指標 and 関連計画: indicators and related plans, which hang on policy items. */
import { describe } from '../../model/declaration.js';
import { type Direction, directionOf } from '../../model/figures.js';
import { CellError } from '../dataset/cell.js';
import type { BookCell } from './book.js';
import { displayed, readNames, readText, readYear } from './cells.js';
import { type At, type Draft, mentioned } from './draft.js';
import { KnownThings, type Named, slug } from './known.js';
import { periodColumns, periodPlaces } from './period.js';
import { codeParts } from './plan.js';
import { quantityColumns, quantityIn } from './quantities.js';
import { directions } from './template.js';
import { words } from './words.js';

/** An indicator, with the unit of its figures. */
export interface Indicator extends Named {
  readonly unit: string | null;
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

/** Reads indicators; `others` are things that they may measure and that this version cannot link them to. */
export function readIndicators(
  draft: Draft,
  items: KnownThings,
  others: readonly KnownThings[],
): KnownThings<Indicator> {
  const indicators = new KnownThings<Indicator>();
  const places = new Map<string, number>();
  for (const at of draft.rows('indicators')) {
    const name = draft.read(at, 'name', readText);
    const code = draft.code(at, codeParts.indicator);
    const item = subjectOf(draft, at, items, others);
    const unit = draft.read(at, 'unit', readText);
    const direction = draft.read(at, 'direction', readDirection);
    const baseline = quantityIn(draft, at, 'baseline', unit);
    const target = quantityIn(draft, at, 'target', unit);
    const baselineYear = draft.read(at, 'baselineYear', readYear);
    const targetYear = draft.read(at, 'targetYear', readYear);
    if (name === null || (code === null && at.row.cells.code)) {
      indicators.breakOff(code, name);
      continue;
    }
    const id = draft.id('indicator', code ?? [item?.code, slug(name)].filter(Boolean).join(':'));
    if (!draft.isNew(id, code ?? name, at, code ? 'code' : 'name')) {
      indicators.breakOff(null, name);
      continue;
    }
    const number = (places.get(item?.id ?? '') ?? 0) + 1;
    places.set(item?.id ?? '', number);
    const known = {
      baseline: baseline?.value ?? null,
      target: target?.value ?? null,
      comparator: target?.comparator ?? null,
    };
    const ownUnit = unit ?? target?.unit ?? baseline?.unit ?? null;
    indicators.add({ id, code, name, unit: ownUnit });
    const values = {
      name,
      name_en: draft.read(at, 'nameEn', readText),
      number,
      roles: target ? ['OUTCOME'] : ['STATUS'],
      unit: ownUnit,
      direction: directionOf({ direction, ...known }),
      ...quantityColumns('baseline', baseline, baselineYear),
      ...quantityColumns('target', target, targetYear),
    };
    draft.add(at, 'Indicator', id, values, { id: code ? 'code' : 'name', ...indicatorColumns });
    if (item) draft.link(at, 'INDICATES', id, item.id, { column: 'subject' });
  }
  return indicators;
}

/** The policy item of an indicator; of one that measures something else, none, which is said. */
function subjectOf(draft: Draft, at: At, items: KnownThings, others: readonly KnownThings[]): Named | null {
  const cell = at.row.cells.subject;
  if (!cell) return null;
  const text = displayed(cell);
  if (!items.find(text) && others.some((things) => things.find(text))) {
    draft.remark(at, 'subject', words.indicatorOfOther(text));
    return null;
  }
  return draft.referred(at, 'subject', items, 'policyItems', codeParts.policyItem);
}

const arrows: Readonly<Record<string, Direction>> = {
  '↑': 'INCREASE',
  '↗': 'INCREASE',
  '↓': 'DECREASE',
  '↘': 'DECREASE',
  '→': 'MAINTAIN',
};

function readDirection(cell: BookCell): Direction {
  const text = displayed(cell).normalize('NFKC');
  const named: Readonly<Record<string, Direction>> = { ...directions, ...arrows };
  const found = Object.hasOwn(named, text) ? named[text] : undefined;
  if (found) return found;
  const expected = Object.keys(directions);
  throw new CellError(describe(`one of ${expected.join(', ')}`, `${expected.join('、')} のいずれか`), text);
}

export function readRelatedPlans(draft: Draft, items: KnownThings): void {
  for (const at of draft.rows('relatedPlans')) {
    const name = draft.read(at, 'name', readText);
    const period = periodColumns(draft, at, 'period');
    const named = draft.read(at, 'policyItems', (cell) => readNames(cell, (text) => items.find(text) !== null)) ?? [];
    const targets = new Map(
      named.flatMap((text) => {
        const item = draft.found(at, 'policyItems', text, items, 'policyItems', codeParts.policyItem);
        return item ? [[item.id, mentioned(item.id, text)] as const] : [];
      }),
    );
    if (name === null) continue;
    const id = draft.id('related-plan', slug(name));
    if (!draft.isNew(id, name, at, 'name')) continue;
    const values = { name, name_en: draft.read(at, 'nameEn', readText), ...period };
    draft.add(at, 'RelatedPlan', id, values, {
      id: 'name',
      name: 'name',
      name_en: 'nameEn',
      ...periodPlaces('period'),
    });
    for (const target of targets.values()) draft.link(at, 'RELATES_TO', target, id, { column: 'policyItems' });
  }
}
