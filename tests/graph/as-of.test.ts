import { describe, expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { schema } from '../../src/api/schema.js';
import { asFilter } from '../../src/graph/as-of.js';

const outside = { or: [{ validFrom: { gt: '2024-04-01' } }, { validTo: { lt: '2024-04-01' } }] };

describe('A list that is asked for a day', () => {
  test('leaves out what is known to have begun later or ended before, beside what its filter leaves out', () => {
    expect(asFilter({ asOf: '2024-04-01', first: 2 })).toEqual({ first: 2, filter: { and: [{ not: outside }] } });
    const filter = { name: { eq: '企画課' }, not: { aliases: { has: 'x' } }, and: [{ effective: { eq: true } }] };
    expect(asFilter({ asOf: '2024-04-01', filter })).toEqual({
      filter: { ...filter, and: [{ and: filter.and }, { not: outside }] },
    });
  });

  test('is as any other where no day is given', () => {
    const given = { filter: { name: { eq: '企画課' } }, first: 2 };
    expect(asFilter(given)).toEqual(given);
    expect(asFilter({ ...given, asOf: null })).toEqual(given);
  });

  test.each(['2023-02-29', '2024-4-1', '令和6年4月1日', ''])('refuses a day that there is not: %s', (day) => {
    const [problem] = validate(schema(), parse(`{ departments(asOf: "${day}") { totalCount } }`));
    expect(problem?.message).toBe(`Date cannot represent a value other than a day such as 2024-04-01: "${day}"`);
  });
});
