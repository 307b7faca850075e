/**
 * How arguments outside of their limits are refused: what was expected and what came, as "English / Japanese", which
 * `errors.ts` takes apart.
 */
import type { ValidationArguments, ValidationOptions } from 'class-validator';

/** A whole number from `least` to `most`; without `most` there is no upper limit. */
export const within = (name: string, least: number, most?: number): ValidationOptions => {
  const [range, rangeJa] =
    most === undefined ? [`${least} or more`, `${least}以上`] : [`${least} to ${most}`, `${least}から${most}まで`];
  return { message: `${name}: expected ${range}, but got: $value / ${name}は${rangeJa}です（指定：$value）。` };
};

/** A list of at most so many entries. */
export const atMost = (name: string, most: number): ValidationOptions => ({
  message: ({ value }: ValidationArguments) =>
    `${name}: expected at most ${most} entries, but got ${value.length} / ${name}に指定できるのは${most}件までです（指定：${value.length}件）。`,
});

/** A text of at most so many characters, or a list of such texts. */
export const noLonger = (name: string, most: number): Pick<ValidationOptions, 'message'> => ({
  message: ({ value }: ValidationArguments) => {
    const longest = Math.max(...[value].flat().map((text: string) => text.length));
    return `${name}: expected at most ${most} characters, but got ${longest} / ${name}は${most}文字までです（指定：${longest}文字）。`;
  },
});
