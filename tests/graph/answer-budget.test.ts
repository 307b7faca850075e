import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AnswerBudget } from '../../src/graph/answer-budget.js';

/** How many of the rows fit. */
function fitting(budget: AnswerBudget, rows: readonly object[]): number {
  const check = budget.statement()();
  const refused = rows.findIndex((row) => {
    try {
      check(row);
      return false;
    } catch {
      return true;
    }
  });
  return refused < 0 ? rows.length : refused;
}

const rowOf = (characters: number) => ({ answer: ['x'.repeat(characters)] });

describe('the budget for an answer', () => {
  test('is for about as many characters as the rows are as JSON, of any shape', () => {
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.string({ unit: fc.constantFrom('a', '市'), maxLength: 30 }),
        fc.integer({ min: 1_000, max: 99_999_999 }),
        fc.constant(null),
        fc.boolean(),
        fc.array(tie('value'), { maxLength: 8 }),
        fc.dictionary(fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 5 }), tie('value')),
      ),
    })).value;
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 40 }), (answer, count) => {
        const rows = Array.from({ length: count }, () => ({ answer }));
        const characters = JSON.stringify(rows).length;
        expect(fitting(new AnswerBudget(3 * characters + 100), rows)).toBe(count);
        expect(fitting(new AnswerBudget(characters / 4), rows)).toBeLessThan(count);
      }),
    );
  });

  test('is one for all statements of an operation, whichever comes first', () => {
    const budget = new AnswerBudget(1_000);
    const [one, other] = [budget.statement()(), budget.statement()()];
    one(rowOf(400));
    other(rowOf(400));
    expect(() => one(rowOf(400))).toThrow(/^expected an operation that reads at most 1000 characters, but/);
  });

  test('is given back by an attempt that came to nothing', () => {
    const budget = new AnswerBudget(1_000);
    const attempt = budget.statement();
    for (let time = 0; time < 5; time++) attempt()(rowOf(600));
    expect(budget.taken).toBeGreaterThan(600);
    expect(budget.taken).toBeLessThan(650);
    expect(() => budget.statement()()(rowOf(600))).toThrow(/at most 1000 characters/);
  });

  test('is asked for before a statement is sent: behind one that had none, no other is', () => {
    const budget = new AnswerBudget(1_000);
    const check = budget.statement()();
    budget.statement();
    expect(() => check(rowOf(2_000))).toThrow();
    expect(() => budget.statement()).toThrow(/at most 1000 characters/);
  });

  test('is the same wherever the large rows stand', () => {
    const small = Array<object>(100).fill(rowOf(1));
    const rows = (place: number) => [...small.slice(0, place), rowOf(10_000), ...small.slice(place)];
    for (const place of [0, 7, 8, 9, 16, 100]) {
      expect(fitting(new AnswerBudget(14_000), rows(place))).toBe(101);
      expect(fitting(new AnswerBudget(9_000), rows(place))).toBe(place);
    }
  });

  test('says in both languages what to do', () => {
    expect(() => new AnswerBudget(0).statement()()({})).toThrow(
      expect.objectContaining({ code: 'QUERY_TOO_COSTLY', messageJa: expect.stringMatching('上限の0文字.*件数') }),
    );
  });

  test('is taken by what stands in the answer once more, too', () => {
    const budget = new AnswerBudget(1_000);
    expect(fitting(budget, [rowOf(400)])).toBe(1);
    budget.takeAgain(rowOf(400));
    expect(() => budget.takeAgain(rowOf(400))).toThrow(/at most 1000 characters/);
  });
});
