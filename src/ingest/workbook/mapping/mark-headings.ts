/** Headings of columns of marks, and those above them: 1 below SDGs, 健康課 below 担当課. */
import { shortGoalNames } from '../goals.js';
import { headingName } from './heading-name.js';
import { generalSynonyms, synonyms } from './synonyms.js';

const lastGoal = 17;

/** Whether a text speaks of goals. */
export const namesGoals = (text: string): boolean => /sdg|ゴール/.test(headingName(text));

/** The number of a goal that a heading is, with a word before or behind it or not: 1, SDG1, ゴール1, 1 貧困; null of others. */
export function goalNumber(heading: string): number | null {
  const text = heading.normalize('NFKC').replace(/\s+/g, '');
  const short = shortGoalNames.indexOf(text);
  const [, figures] =
    /^(?:sdgs?|目標|ゴール|goal|no\.?|[-_.:])*(\d{1,2})(?:[.:・]?[^\d年月日次期回%]*)?$/i.exec(text) ?? [];
  const number = figures === undefined ? short + 1 : Number(figures);
  return number >= 1 && number <= lastGoal ? number : null;
}

/** Whether a heading is the last goal, which months and other numbers do not reach. */
export const isLastGoal = (heading: string): boolean => goalNumber(heading) === lastGoal;

/** Whether a heading above others says that the departments below it lead, or that they support. */
export const saysLead = (heading: string): boolean => /担当|所管|主管/.test(headingName(heading));
export const saysSupport = (heading: string): boolean => /連携|関係|関連|協力|協働/.test(headingName(heading));

/** Whether a heading is called as departments are. */
export const isDepartment = (heading: string): boolean =>
  /(?:課|室|局|館|部|所|署|会|係|班|センター)$/.test(heading.normalize('NFKC'));

const groups = new Set(
  [...generalSynonyms.departments, ...(synonyms.measures?.partners ?? [])].map((each) => headingName(each)),
);

/** Whether a heading says that the columns below it are departments. */
const namesDepartments = (heading: string): boolean =>
  groups.has(headingName(heading)) ||
  ((saysLead(heading) || saysSupport(heading)) && /課|部|室|局|所属|組織/.test(headingName(heading)));

/** Whether a heading says what the columns below it are: goals, or departments. */
export const isMarkGroup = (heading: string): boolean => namesGoals(heading) || namesDepartments(heading);

/** Whether the last of some headings, from the top, is a goal or a department below one that says so, or below its 部. */
export const isMarkHeading = (path: readonly string[]): boolean => {
  const own = path.at(-1) ?? '';
  const above = path.slice(0, -1);
  const areDepartments = above.some((each) => namesDepartments(each) || /.[部局]$/.test(headingName(each)));
  return (above.some(namesGoals) && goalNumber(own) !== null) || (areDepartments && isDepartment(own));
};
