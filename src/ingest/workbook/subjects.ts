/** What a cell names that can be of several kinds: what is evaluated, or what an indicator measures. */
import { type Description, describe } from '../../model/declaration.js';
import { CellError } from '../dataset/cell.js';
import { codeOfDate, meantCode } from '../dataset/slips.js';
import { nearest } from '../dataset/suggestions.js';
import { displayed, namesIn } from './cells.js';
import type { At, Draft } from './draft.js';
import type { KnownThings, Named } from './known.js';
import { codeParts } from './plan.js';
import { template } from './template.js';
import { words } from './words.js';

/** The things of each kind. */
export type Subjects = Readonly<Record<'policyItems' | 'measures' | 'projects', KnownThings>>;
export type SubjectKind = keyof Subjects;

/** How many numbers the codes of each kind usually have. */
const parts: Readonly<Record<SubjectKind, number>> = {
  policyItems: codeParts.policyItem,
  measures: codeParts.measure,
  projects: codeParts.project,
};
const kinds = Object.keys(parts) as SubjectKind[];

/** A thing, and of which kind it is. */
export interface Subject extends Named {
  readonly kind: SubjectKind;
}

/**
 * The only thing that a cell names, of any kind; null where it is empty, or names none or several, which is said. Where
 * things of several kinds fit, it is the one of the `usual` kind, which is said too.
 */
export function subjectOf(draft: Draft, at: At, subjects: Subjects, usual: SubjectKind | null = null): Subject | null {
  const text = draft.read(at, 'subject', displayed);
  if (text === null) return null;
  const counts = kinds.map((kind) => [kind, subjects[kind].countOf(text)] as const).filter(([, count]) => count > 0);
  const [first, ...others] = counts;
  const wrong = (sentence: Description) => draft.errorIn(at, 'subject', text, sentence);
  const isUnsure = (kind: SubjectKind, name: string) => subjects[kind].isBroken(name) || draft.sheets.unread.has(kind);
  const found = sheets(counts.map(([kind]) => kind));
  const thing = usual && others.length > 0 ? subjects[usual].find(text) : null;
  if (usual && thing) {
    draft.remark(at, 'subject', words.takenOfSeveral(found, template[usual].name, text));
    return { ...thing, kind: usual };
  }
  if (first && others.length > 0) wrong(words.inSeveralSheets(found, text));
  else if (first) {
    const [kind, count] = first;
    const thing = subjects[kind].find(text);
    if (thing) return { ...thing, kind };
    wrong(words.namesSeveral(template[kind].name, text, count));
  } else if (!draft.isUnread(at, 'subject') && !kinds.some((kind) => isUnsure(kind, text)))
    wrong(noSubject(text, subjects));
  return null;
}

/** Why a text names nothing of these kinds. */
function noSubject(text: string, subjects: Subjects): Description {
  const filledIn = kinds.filter((kind) => subjects[kind].size > 0);
  const looked = sheets(filledIn.length > 0 ? filledIn : kinds);
  const isKnown = (name: string) => kinds.some((kind) => subjects[kind].countOf(name) > 0);
  const named = namesIn(text, isKnown).filter(isKnown);
  if (named.length > 1) return words.oneSubject(named);
  const slip = slipIn(text, subjects);
  if (slip) {
    const expected = describe(`a code or name of the sheet ${looked}`, `シート「${looked}」のコードか名称`);
    return new CellError(expected, text, slip).words;
  }
  const [byCode, ...others] = kinds.flatMap((kind) => subjects[kind].meantByCode(text) ?? []);
  if (byCode !== undefined && others.length === 0) return words.noSuch(looked, text, byCode);
  const candidates = kinds.flatMap((kind) => subjects[kind].nearestTo(text) ?? []);
  return words.noSuch(looked, text, nearest(text, candidates));
}

/** What a code was before a spreadsheet program changed it: if it can be, that of a thing that there is. */
function slipIn(text: string, subjects: Subjects): Description | null {
  // A date of long ago was a code of three numbers, where there is one: 2001/1/2 was 1-1-2 rather than 1-2.
  const longestFirst = kinds.toSorted((a, b) => parts[b] - parts[a]);
  const slips = longestFirst.flatMap((kind) => {
    const isThere = (code: string) => subjects[kind].find(code) !== null;
    const slip = meantCode(text, parts[kind], isThere);
    return slip ? [{ slip, isOfThing: isThere(codeOfDate(text, parts[kind]) ?? '') }] : [];
  });
  return (slips.find(({ isOfThing }) => isOfThing) ?? slips[0])?.slip ?? null;
}

const sheets = (of: readonly SubjectKind[]) => of.map((kind) => template[kind].name).join('・');
