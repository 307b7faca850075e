/**
 * The planning cycles of one city. What a plan says is of the cycle whose first fiscal year its id has before the code:
 * `honjo:policy-item:2028~5-2`, whose code is `2028~5-2`. Without a year it is of the plan that was loaded first.
 */
const mark = '~';

/** Ids of things of another cycle, as a regular expression of JavaScript and of Cypher. */
export const idOfOtherCycle = `[^:]+:[^:]+:[0-9]{4}${mark}.*`;

const beginning = new RegExp(`^([0-9]{4})${mark}`);

/** The year with which a code begins, or what stands behind the word in an id; an empty text where it begins with none. */
export const cycleOfCode = (code: string): string => beginning.exec(code)?.[1] ?? '';

/** The first fiscal year of the cycle that an id names; an empty text where it names none. */
export const cycleOf = (id: string): string => cycleOfCode(/^[^:]+:[^:]+:(.*)$/s.exec(id)?.[1] ?? '');

/** A name as an id can end with it: one that begins with a year and ~ must not be read as that of another cycle. */
export const ofNoCycle = (name: string): string => name.replace(beginning, '$1-');
