/** The limits of arguments: checked by class-validator, refused here with what was expected and what came. */

import { ArrayMaxSize, IsOptional, Max, MaxLength, Min, type ValidationError, validate } from 'class-validator';
import { badInput } from '../../refusal.js';

interface Words {
  readonly en: string;
  readonly ja: string;
}

/** Says what is wrong with the value of an argument. */
type Say = (value: unknown) => Words;

/** What class-validator is to check of the argument of that name. */
export type Limit = (name: string) => PropertyDecorator;

const limit =
  (
    say: (name: string) => Say,
    ...checks: readonly ((options: { context: { say: Say } }) => PropertyDecorator)[]
  ): Limit =>
  (name) =>
  (prototype, property) => {
    IsOptional()(prototype, property);
    for (const check of checks) check({ context: { say: say(name) } })(prototype, property);
  };

/** A whole number from `least` to `most`; without `most` there is no upper limit. */
export const between = (least: number, most = Number.POSITIVE_INFINITY): Limit =>
  limit(
    (name) => (value) => {
      const [range, rangeJa] =
        most === Number.POSITIVE_INFINITY
          ? [`${least} or more`, `${least}以上`]
          : [`${least} to ${most}`, `${least}から${most}まで`];
      return {
        en: `${name}: expected ${range}, but got: ${value}`,
        ja: `${name}は${rangeJa}です（指定：${value}）。`,
      };
    },
    (options) => Min(least, options),
    (options) => Max(most, options),
  );

/** A list of at most `most` entries. */
export const entries = (most: number): Limit =>
  limit(
    (name) => (value) => {
      const { length } = value as readonly unknown[];
      return {
        en: `${name}: expected at most ${most} entries, but got ${length}`,
        ja: `${name}に指定できるのは${most}件までです（指定：${length}件）。`,
      };
    },
    (options) => ArrayMaxSize(most, options),
  );

/** A text of at most `most` characters. */
export const characters = (most: number): Limit => limit(tooLong(most, false), (options) => MaxLength(most, options));

/** A list of texts of at most `most` characters; `numbered` says which of them is too long. */
export const eachCharacters = (most: number, { numbered = false } = {}): Limit =>
  limit(tooLong(most, numbered), (options) => MaxLength(most, { ...options, each: true }));

const tooLong = (most: number, numbered: boolean) => (name: string) => (value: unknown) => {
  const texts = [value].flat() as readonly string[];
  const index = texts.findIndex((text) => text.length > most);
  const at = numbered ? `${name}[${index}]` : name;
  const length = texts[index]?.length;
  return {
    en: `${at}: expected at most ${most} characters, but got ${length}`,
    ja: `${at}は${most}文字までです（指定：${length}文字）。`,
  };
};

/** Refuses arguments that are outside of their limits; type-graphql calls it before the resolver. */
export async function checkLimits(given: object | undefined): Promise<void> {
  const found = await validate(given ?? {}, { skipMissingProperties: true, forbidUnknownValues: false });
  const words = found.map(wordsOf);
  if (words.length === 0) return;
  throw badInput(words.map(({ en }) => en).join('; '), words.map(({ ja }) => ja).join('、'));
}

function wordsOf({ value, contexts = {} }: ValidationError): Words {
  const [context] = Object.values<{ readonly say: Say }>(contexts);
  if (!context) throw new Error('expected every limit of an argument to have words');
  return context.say(value);
}
