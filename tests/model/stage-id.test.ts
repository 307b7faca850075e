import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stages } from '../../src/model/enums.js';
import { idAtStage, isFreeOfStages, readId } from '../../src/model/stage-id.js';

describe('an id of a stage', () => {
  const id = 'honjo:policy-item:5-2';

  test('ends with it, and one of what is in force does not', () => {
    expect(idAtStage(id, 'DRAFT')).toBe('honjo:policy-item:5-2@DRAFT');
    expect(idAtStage(id, null)).toBe(id);
  });

  test('is read as the thing and the stage, in any width', () => {
    expect(readId('honjo:policy-item:5-2@DRAFT')).toEqual({ id, stage: 'DRAFT' });
    expect(readId(id)).toEqual({ id, stage: null });
    expect(readId('ｈｏｎｊｏ：policy-item:５-2＠ＤＲＡＦＴ')).toEqual({ id, stage: 'DRAFT' });
  });

  test.each(['honjo:policy-item:5-2@', 'honjo:policy-item:5-2@draft', '@DRAFTS', 'a@b'])(
    'is none where what follows is no stage: %s',
    (text) => expect(readId(text)).toEqual({ id: text, stage: null }),
  );

  test('is read back as it was made, whatever the thing is called', () => {
    const ids = fc.string({ unit: 'grapheme' }).map((text) => text.normalize('NFKC'));
    fc.assert(
      fc.property(ids.filter(isFreeOfStages), fc.constantFrom(null, ...stages), (thing, stage) => {
        expect(readId(idAtStage(thing, stage))).toEqual({ id: thing, stage });
      }),
    );
  });
});
