import { describe, expect, test } from '@jest/globals';
import { aligned, type Compared, isChanged, standingOf } from '../../../src/web/explorer/pages/compare/aligned.js';
import { stages } from '../../../src/web/explorer/site/stages.js';

const thing = (id: string, rest: Partial<Compared> = {}): Compared => ({ id, effective: true, changes: [], ...rest });
const change = (
  kind: Compared['changes'][number]['kind'],
  toStage: (typeof stages)[number],
  field: string | null = null,
) => ({
  kind,
  field,
  fieldLabel: field,
  fieldLabelEn: field,
  toStage,
});
const standings = (rows: ReturnType<typeof aligned>) =>
  rows.map((row) => [row.id, ...stages.map((stage) => standingOf(row, stage).kind)]);

describe('aligning the stages of a plan', () => {
  test('keeps one row for a thing that moved, in the order of the last stage', () => {
    const rows = aligned({
      CURRENT: [thing('a'), thing('b')],
      DRAFT: [thing('b'), thing('a')],
      ADOPTED: [thing('b'), thing('a')],
    });
    expect(rows.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(Object.keys(rows[0]?.at ?? {})).toEqual(['CURRENT', 'DRAFT', 'ADOPTED']);
  });

  test('tells a removal from what later documents do not print', () => {
    const rows = aligned({
      CURRENT: [thing('dropped', { effective: false }), thing('unprinted')],
      DRAFT: [thing('unprinted')],
      ADOPTED: [],
    });
    expect(standings(rows)).toEqual([
      ['unprinted', 'HERE', 'HERE', 'NOT_PRINTED'],
      ['dropped', 'HERE', 'REMOVED', 'GONE'],
    ]);
  });

  test('says "not yet" only where a document says that the thing is new', () => {
    const rows = aligned({
      CURRENT: [],
      DRAFT: [thing('new', { changes: [change('ADDED', 'DRAFT')] }), thing('goal')],
      ADOPTED: [],
    });
    expect(standings(rows)).toEqual([
      ['new', 'NOT_YET', 'HERE', 'NOT_PRINTED'],
      ['goal', 'NOT_PRINTED', 'HERE', 'NOT_PRINTED'],
    ]);
  });

  test('takes a section that was added to an existing thing for a change of the thing', () => {
    const [row] = aligned({
      CURRENT: [],
      DRAFT: [thing('item', { changes: [change('ADDED', 'DRAFT', 'collaboration')] })],
      ADOPTED: [],
    });
    expect(row && standingOf(row, 'CURRENT').kind).toBe('NOT_PRINTED');
  });

  test('shows at a stage what happened on the way to it, and not what stayed as it was', () => {
    const steps = [
      change('RENAMED', 'DRAFT', 'name'),
      change('UNCHANGED', 'DRAFT'),
      change('REVISED', 'ADOPTED', 'content'),
    ];
    const changed = thing('a', { changes: steps });
    const [row] = aligned({ CURRENT: [changed], DRAFT: [changed], ADOPTED: [changed] });
    const kinds = stages.map((stage) => {
      const standing = row && standingOf(row, stage);
      return standing?.kind === 'HERE' ? standing.steps.map(({ kind }) => kind) : null;
    });
    expect(kinds).toEqual([[], ['RENAMED'], ['REVISED']]);
  });

  test('tells what changed from what stayed or is only not printed', () => {
    const rows = aligned({
      CURRENT: [thing('dropped', { effective: false }), thing('unprinted'), thing('revised')],
      DRAFT: [
        thing('unprinted'),
        thing('revised', { changes: [change('REVISED', 'DRAFT', 'text')] }),
        thing('stated', { changes: [change('UNCHANGED', 'DRAFT')] }),
      ],
      ADOPTED: [],
    });
    expect(rows.filter(isChanged).map(({ id }) => id)).toEqual(['revised', 'dropped']);
  });
});
