/** Two planning cycles of one city stand side by side in one dataset. */
import { expect, test } from '@jest/globals';
import { Parser } from 'n3';
import { iriOf, resource } from '../../../src/export/resource.js';
import { turtle } from '../../../src/export/turtle.js';
import { formatDataset } from '../../../src/ingest/dataset/format.js';
import { parseDataset } from '../../../src/ingest/dataset/parse.js';
import { formatProblem } from '../../../src/ingest/dataset/problems.js';
import { validateDataset } from '../../../src/ingest/dataset/validate.js';
import { slug } from '../../../src/ingest/workbook/known.js';
import { cycleOf } from '../../../src/model/cycle-id.js';
import { typeOfId } from '../../../src/model/model.js';
import { idAtStage, readId } from '../../../src/model/stage-id.js';
import { aobaCity } from '../../fixtures/aoba-city.js';
import { withNextCycle } from '../../fixtures/two-cycles.js';
import { imported, shared } from '../workbook/imported.js';

/** What the dataset with both cycles holds after it was written and read, and what is wrong with it once some text is another. */
async function both(file = '', was = '', is = '') {
  const { plain } = await imported(aobaCity);
  const files = [...formatDataset(withNextCycle(plain))].map(([name, text]) => {
    const edited = name === file ? text.replace(was, is) : text;
    if (name === file) expect(edited).not.toBe(text);
    return [name, Buffer.from(edited)] as const;
  });
  const { dataset, problems } = parseDataset(new Map(files));
  return { dataset, problems: [...problems, ...validateDataset(dataset, shared)].map(formatProblem) };
}

test('each cycle has all that its plan says, without a clash', async () => {
  const { dataset, problems } = await both();
  expect(problems).toEqual([]);
  for (const type of ['PolicyField', 'PolicyItem', 'Measure', 'Indicator', 'Project', 'RelatedPlan'] as const) {
    const ids = (dataset.nodes.get(type) ?? []).map(({ row }) => row.id);
    const next = ids.filter((id) => cycleOf(id) === '2028');
    expect(next.length).toBeGreaterThan(0);
    expect(ids).toHaveLength(2 * next.length);
  }
});

test('within a cycle a code is that of one thing', async () => {
  const item = await both('policy-items.csv', '2028~1-2,2', '2028~1-1,2');
  expect(item.problems).toEqual([
    expect.stringContaining('a code of its own, but 2028~1-1 is that of aoba:policy-item:2028~1-1 too'),
  ]);
});

test.each([
  [
    'lacks the year',
    '2028~1-1,1',
    '1-1,1',
    'expected a code that begins with 2028~, as that of the id does, but got: 1-1',
  ],
  [
    'has a year that the id lacks',
    ',1-1,1',
    ',2027~1-1,1',
    'expected no year before the code, as the id has none, but got: 2027~1-1',
  ],
])('a code that %s is refused', async (_, was, is, problem) => {
  const { problems } = await both('policy-items.csv', was, is);
  expect(problems).toContainEqual(expect.stringContaining(problem));
});

test('an id names its type, its stage and its page, as an address and in linked data', async () => {
  const id = 'aoba:policy-item:2028~1-1';
  expect(typeOfId(id)?.name).toBe('PolicyItem');
  expect(readId(idAtStage(id, 'DRAFT'))).toEqual({ id, stage: 'DRAFT' });
  expect(encodeURIComponent(id)).toBe(id.replaceAll(':', '%3A'));
  async function* one() {
    yield resource(iriOf(id), ['skos:Concept'], []);
  }
  let text = '';
  for await (const piece of turtle(one())) text += piece;
  expect(new Parser().parse(text)[0]?.subject.value).toBe(iriOf(id));
});

test('a name that begins like a year of a cycle does not become one', () => {
  expect(slug('2028～2030年度の整備')).toBe('2028-2030年度の整備');
  expect(slug('10～20代の支援')).toBe('10~20代の支援');
});
