import { codeOf } from '../../file-errors.js';

/** What the bytes of a file are. */
export type Decoded =
  | { readonly kind: 'TEXT'; readonly text: string }
  | { readonly kind: 'EMPTY' }
  /** UTF-8 whose last letter is incomplete: the file was cut off. */
  | { readonly kind: 'CUT_OFF' }
  /** Text in another encoding, named as `iconv` knows it. */
  | { readonly kind: 'OTHER_ENCODING'; readonly encoding: string }
  /** UTF-8 that holds, first at this line, bytes that are none, or the U+FFFD that a conversion left for a lost letter. */
  | { readonly kind: 'DAMAGED'; readonly line: number }
  | { readonly kind: 'BINARY' };

/** Encodings of Japanese text that an office program may save; each is decoded strictly. */
const legacy = [
  { label: 'shift_jis', name: 'CP932' },
  { label: 'euc-jp', name: 'EUC-JP' },
] as const;

/** What a decoder writes for bytes that it cannot read. */
const lost = '\ufffd';

/** Control characters that no text file holds; tab, line feed, form feed, carriage return and escape are not among them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape that switches ISO-2022-JP to two-byte letters
const iso2022 = /\x1b\$[@B]/;

/** Reads bytes as UTF-8 text, with or without a byte order mark, or says what they are instead. */
export function decode(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return otherEncoding(bytes, 'UTF-16');
  const text = strictly('utf-8', bytes);
  if (text === null) return withoutUtf8(bytes);
  if (text.trim() === '') return { kind: 'EMPTY' };
  if (iso2022.test(text)) return { kind: 'OTHER_ENCODING', encoding: 'ISO-2022-JP' };
  if (controls.test(text)) return { kind: 'BINARY' };
  if (text.includes(lost)) return { kind: 'DAMAGED', line: lineOfLost(text) };
  return { kind: 'TEXT', text };
}

function withoutUtf8(bytes: Uint8Array): Decoded {
  // A letter has at most four bytes, so at most three of a cut one can be left.
  for (let cut = 1; cut <= Math.min(3, bytes.length - 1); cut++)
    if (isOpening(bytes.subarray(-cut)) && decode(bytes.subarray(0, -cut)).kind === 'TEXT') return { kind: 'CUT_OFF' };
  const damaged = new TextDecoder('utf-8').decode(bytes);
  const readings = [
    { encoding: null, text: damaged },
    // The last byte may be half a letter.
    ...legacy.map(({ label, name }) => ({
      encoding: name,
      text: strictly(label, bytes) ?? strictly(label, bytes.subarray(0, -1)) ?? '',
    })),
  ].map((reading) => ({ ...reading, share: shareOfJapanese(reading.text) }));
  const best = readings.reduce((a, b) => (b.share > a.share ? b : a));
  if (best.share < 0.5) return { kind: 'BINARY' };
  return best.encoding === null
    ? { kind: 'DAMAGED', line: lineOfLost(damaged) }
    : { kind: 'OTHER_ENCODING', encoding: best.encoding };
}

function lineOfLost(text: string): number {
  return text.slice(0, text.indexOf(lost)).split(/\r\n|\r|\n/).length;
}

/** True for the first bytes of a letter that needs more of them. */
function isOpening(bytes: Uint8Array): boolean {
  const [first = 0, ...others] = bytes;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
  return first <= 0xf4 && length > bytes.length && others.every((byte) => byte >= 0x80 && byte <= 0xbf);
}

function otherEncoding(bytes: Uint8Array, encoding: string): Decoded {
  const text = strictly(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be', bytes);
  if (text === null || controls.test(text)) return { kind: 'BINARY' };
  return text.trim() === '' ? { kind: 'EMPTY' } : { kind: 'OTHER_ENCODING', encoding };
}

/**
 * How much of what is not ASCII is kana, kanji or Japanese punctuation. Half-width katakana count against it:
 * other encodings read as Shift_JIS are full of them.
 */
function shareOfJapanese(text: string): number {
  if (controls.test(text)) return 0;
  const letters = text.match(/[^\x20-\x7e\s]/gu) ?? [];
  const japanese = letters.filter((letter) => /[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e①-⑳]/u.test(letter));
  return letters.length === 0 ? 0 : japanese.length / letters.length;
}

/** The text, or null where the bytes are not valid in this encoding. */
function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (unreadable.has(codeOf(error))) return null;
    throw error;
  }
}

/** Bytes that are not valid in an encoding, and a Node without that encoding, which then recognises one less. */
const unreadable = new Set(['ERR_ENCODING_INVALID_ENCODED_DATA', 'ERR_ENCODING_NOT_SUPPORTED']);

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
