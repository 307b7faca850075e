import fc from 'fast-check';
import { decode } from '../src/decode.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...parts: readonly (readonly number[])[]) => Uint8Array.from(parts.flat());

/** 海辺の市 and a line feed, in encodings that an office program may save. */
const shiftJis = bytes([0x8a, 0x43, 0x95, 0xd3, 0x82, 0xcc, 0x8e, 0x73, 0x0a]);
const eucJp = bytes([0xb3, 0xa4, 0xca, 0xd5, 0xa4, 0xce, 0xbb, 0xd4, 0x0a]);
const iso2022 = bytes([0x1b, 0x24, 0x42, 0x33, 0x24, 0x4a, 0x55, 0x1b, 0x28, 0x42, 0x0a]);
const utf16 = bytes([0xff, 0xfe], [0x77, 0x6d, 0xba, 0x8f, 0x0a, 0x00]);
const png = bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d]);

describe('decode', () => {
  it.each([
    ['UTF-8', utf8('海辺の市\n')],
    ['UTF-8 with a byte order mark', bytes([0xef, 0xbb, 0xbf], [...utf8('海辺の市\n')])],
  ])('reads %s', (_, input) => {
    expect(decode(input)).toEqual({ kind: 'TEXT', text: '海辺の市\n' });
  });

  it.each([
    ['Shift_JIS', 'CP932', shiftJis],
    ['Shift_JIS that ends inside a letter', 'CP932', shiftJis.subarray(0, 7)],
    ['EUC-JP', 'EUC-JP', eucJp],
    ['ISO-2022-JP', 'ISO-2022-JP', iso2022],
    ['UTF-16', 'UTF-16', utf16],
  ])('names %s', (_, encoding, input) => {
    expect(decode(input)).toEqual({ kind: 'OTHER_ENCODING', encoding });
  });

  it.each([
    ['no bytes', bytes()],
    ['a byte order mark alone', bytes([0xef, 0xbb, 0xbf])],
    ['blanks of both widths', utf8(' \n　\r\n')],
    ['a UTF-16 mark alone', bytes([0xff, 0xfe])],
  ])('finds %s empty', (_, input) => {
    expect(decode(input)).toEqual({ kind: 'EMPTY' });
  });

  it.each([
    ['a picture', png],
    ['text with NUL', utf8('海辺\0の市')],
    ['one stray byte', bytes([0xe3])],
    ['bytes that are no text in any encoding', bytes([0xff, 0xff, 0xff, 0x41])],
  ])('takes %s for binary', (_, input) => {
    expect(decode(input)).toEqual({ kind: 'BINARY' });
  });

  it.each([
    ['a byte that is no UTF-8', bytes([...utf8('海辺の市\n灯台の')], [0xff], [...utf8('保存と港の清掃\n')])],
    ['a letter that an earlier conversion lost', utf8('海辺の市\r\n灯台の\ufffd保存')],
  ])('finds the line of %s', (_, input) => {
    expect(decode(input)).toEqual({ kind: 'DAMAGED', line: 2 });
  });

  const japanese = fc.string({
    unit: fc.constantFrom('海', 'の', 'ア', '、', '1', 'a', '𠮷', '\n', '\t'),
    minLength: 1,
  });

  it('reads whatever was written as UTF-8 text', () => {
    fc.assert(
      fc.property(japanese, (text) => {
        expect(decode(utf8(text))).toEqual(text.trim() === '' ? { kind: 'EMPTY' } : { kind: 'TEXT', text });
      }),
    );
  });

  it('tells a text that was cut inside a letter from every other', () => {
    fc.assert(
      fc.property(japanese, fc.nat(), (text, at) => {
        const whole = utf8(`海${text}`);
        const cut = whole.subarray(0, 3 + (at % (whole.length - 2)));
        const isWhole = !new TextDecoder().decode(cut).includes('\ufffd');
        expect(decode(cut).kind).toBe(isWhole ? 'TEXT' : 'CUT_OFF');
      }),
    );
  });

  it('has an answer for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (input) => {
        expect(decode(input)).toHaveProperty('kind');
      }),
    );
  });
});
