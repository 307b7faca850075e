/** The sheet 評価尺度: the grades by which a city evaluates, with what they mean. */
import { describe } from '../../model/declaration.js';
import { CellError } from '../dataset/cell.js';
import { nearest } from '../dataset/suggestions.js';
import type { BookCell } from './book.js';
import { displayed, readText } from './cells.js';
import type { City } from './city.js';
import type { At, Draft } from './draft.js';
import { stepKey, stepNamed } from './evaluation-words.js';
import { fold, slug } from './known.js';
import { template } from './template.js';
import { words } from './words.js';

interface Level {
  readonly id: string;
  readonly step: string | null;
  readonly mark: string;
  readonly meaning: string | null;
}

/** Scales stand outside of the planning cycle, and so are of no stage. */
const outside = { staged: false } as const;

export class Scales {
  readonly #draft: Draft;
  readonly #levels: Level[] = [];
  /** A row could not be read, which was said: whoever has an unknown grade may mean it. */
  #isBroken = false;

  constructor(draft: Draft, city: City) {
    this.#draft = draft;
    for (const at of draft.rows('scales')) this.#read(at, city);
  }

  #read(at: At, city: City): void {
    const draft = this.#draft;
    const step = draft.read(at, 'step', readText);
    const mark = draft.read(at, 'grade', readText);
    const meaning = draft.read(at, 'meaning', readText);
    const rank = draft.read(at, 'order', readRank);
    const id = draft.id(
      'scale-level',
      [step && stepKey(step), mark].flatMap((part) => (part ? slug(part) : [])).join(':'),
    );
    if (mark === null || !draft.isNew(id, [step, mark].filter(Boolean).join(' '), at, 'grade')) {
      this.#isBroken = true;
      return;
    }
    this.#levels.push({ id, step, mark, meaning });
    const values = { mark, meaning, rank, step: step && stepNamed(step), step_name: step };
    const columns = { id: 'grade', mark: 'grade', meaning: 'meaning', rank: 'order', step_name: 'step' };
    draft.add(at, 'ScaleLevel', id, values, columns, outside);
    draft.link(at, 'SCALE_OF', id, city.id, { ...outside, column: 'grade' });
  }

  /** The id of the grade of a row, on the scale of its step, else on one of all steps; one that no scale has is said. */
  levelOf(at: At, step: string | null, mark: string | null): string | null {
    if (mark === null || this.#levels.length === 0) return null;
    const ofMark = this.#levels.filter((level) => fold(level.mark) === fold(mark));
    const found =
      ofMark.find((level) => keyOf(level.step) === keyOf(step)) ??
      only(ofMark.filter((level) => meaningOf(level.step) !== null && meaningOf(level.step) === meaningOf(step))) ??
      ofMark.find((level) => level.step === null) ??
      (step === null ? only(ofMark) : null);
    if (found || this.#isBroken) return found?.id ?? null;
    if (step !== null && !this.#levels.some((level) => isOfStep(level, step))) {
      const steps = new Set(this.#levels.flatMap((level) => level.step ?? []));
      this.#draft.error(at, 'step', words.noScaleOfStep(template.scales.name, step, nearest(step, steps)));
      return null;
    }
    const meant = ofMark.length > 0 ? null : meantGrade(mark, this.#levels);
    this.#draft.error(at, 'grade', words.notOnScale(template.scales.name, step, mark, meant));
    return null;
  }
}

/** A grade in the words in which others write it: おおむね of 概ね, without what only closes a sentence. */
const plain = (text: string): string =>
  fold(text)
    .replaceAll('概ね', 'おおむね')
    .replaceAll('ほぼ', 'おおむね')
    .replace(/(?:である|でした|です|であった|だった|評価|判定|ランク)?[。.]?$/, '');

/** The only one of some texts; null of none, and of several. */
const onlyOf = (texts: readonly string[]): string | null => {
  const different = new Set(texts);
  return different.size === 1 ? ([...different][0] ?? null) : null;
};

/** The grade that was probably meant: one like it, the longest that is a part of it, or the one of its meaning. */
function meantGrade(mark: string, levels: readonly Level[]): string | null {
  const wanted = plain(mark);
  const alike = nearest(mark, new Set(levels.map((level) => level.mark)));
  if (alike !== null) return alike;
  const same = onlyOf(levels.flatMap((level) => (plain(level.mark) === wanted ? [level.mark] : [])));
  if (same !== null) return same;
  const meaning = levels.filter((level) => level.meaning !== null && plain(level.meaning).includes(wanted));
  // A letter of a longer word is no grade.
  const isWithin = (own: string) => wanted.includes(own) && (own.length > 1 || !/^\p{L}{2}/u.test(wanted));
  const within = levels.filter((level) => isWithin(plain(level.mark)));
  const longest = Math.max(0, ...within.map((level) => level.mark.length));
  return (
    onlyOf(wanted.length > 1 ? meaning.map((level) => level.mark) : []) ??
    onlyOf(within.filter((level) => level.mark.length === longest).map((level) => level.mark))
  );
}

const keyOf = (step: string | null) => step && stepKey(step);
/** Steps of other names can be the same to others: 自己評価 and 一次. */
const meaningOf = (step: string | null) => step && stepNamed(step);

/** Whether a grade is one of a step, or of all steps. */
const isOfStep = (level: Level, step: string): boolean =>
  level.step === null ||
  keyOf(level.step) === keyOf(step) ||
  (meaningOf(level.step) !== null && meaningOf(level.step) === meaningOf(step));

const only = (levels: readonly Level[]): Level | null => (levels.length === 1 ? (levels[0] ?? null) : null);

function readRank(cell: BookCell): number {
  const text = displayed(cell);
  const rank = /^\d{1,4}$/.exec(text.normalize('NFKC'))?.[0];
  if (rank !== undefined) return Number(rank);
  throw new CellError(describe('a place on the scale such as 1', '1 のような順'), text);
}
