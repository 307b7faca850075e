import { describe, expect, test } from '@jest/globals';
import { countables, layoutOf } from '../../../src/web/explorer/pages/pivot/dimensions.js';
import { plannedPages } from './planned-pages.js';

const layout = (search: string) => layoutOf(new URLSearchParams(search));

describe('the cross table', () => {
  test('is of departments and SDGs where the address says nothing', () => {
    expect(layout('')).toEqual({ count: 'MEASURES', rows: 'DEPARTMENT', columns: 'SDG' });
  });

  test('is laid out as the address says', () => {
    const asked = 'count=REFORM_SHEETS&rows=GRADE&columns=PERSPECTIVE';
    expect(layout(asked)).toEqual({ count: 'REFORM_SHEETS', rows: 'GRADE', columns: 'PERSPECTIVE' });
  });

  test.each([
    ['what is counted has not', 'count=INDICATORS&rows=GRADE&columns=SDG', ['DEPARTMENT', 'SDG']],
    ['nothing has', 'rows=COLOUR&columns=SDG', ['DEPARTMENT', 'SDG']],
    ['both sides would have', 'rows=SDG&columns=SDG', ['SDG', 'DEPARTMENT']],
  ])('does not take a dimension that %s', (_why, search, expected) => {
    const { rows, columns } = layout(search);
    expect([rows, columns]).toEqual(expected);
  });

  test('opens lists with filters that these have', () => {
    for (const { list, by } of Object.values(countables)) {
      const filters = plannedPages()
        .find(({ plural }) => plural === list)
        ?.list?.filters.map(({ name }) => name);
      expect(filters).toEqual(expect.arrayContaining(Object.values(by).filter((filter) => filter !== null)));
    }
  });
});
