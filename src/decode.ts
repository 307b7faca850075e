import { codeOf } from './file-errors.js';

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

/** What a decoder writes for bytes that it cannot read. */
const lost = '\ufffd';

/** Control characters that no text file holds; tab, line feed, form feed, carriage return and escape are not among them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const controls = /[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape that switches ISO-2022-JP to two-byte letters
const iso2022 = /\x1b\$[@B]/;

/** Reads bytes as UTF-8 text, with or without a byte order mark, or says what they are instead. */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return utf16('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return utf16('utf-16be', bytes);
  const text = strictly('utf-8', bytes);
  return text === null ? withoutUtf8(bytes) : classify(text);
}

function classify(text: string): Decoded {
  if (text.trim() === '') return { kind: 'EMPTY' };
  if (iso2022.test(text)) return { kind: 'OTHER_ENCODING', encoding: 'ISO-2022-JP' };
  if (controls.test(text)) return { kind: 'BINARY' };
  return text.includes(lost) ? damaged(text) : { kind: 'TEXT', text };
}

const damaged = (text: string): Decoded => ({
  kind: 'DAMAGED',
  line: text.slice(0, text.indexOf(lost)).split(/\r\n|\r|\n/).length,
});

function withoutUtf8(bytes: Uint8Array): Decoded {
  const upToLastLetter = strictly('utf-8', bytes, { stream: true });
  if (upToLastLetter !== null && classify(upToLastLetter).kind === 'TEXT') return { kind: 'CUT_OFF' };
  const lenient = new TextDecoder('utf-8').decode(bytes);
  // What an office program may save; the last byte may be half a letter.
  const readings = [
    { text: lenient, is: damaged(lenient) },
    { text: strictly('shift_jis', bytes, { stream: true }), is: { kind: 'OTHER_ENCODING', encoding: 'CP932' } },
    { text: strictly('euc-jp', bytes, { stream: true }), is: { kind: 'OTHER_ENCODING', encoding: 'EUC-JP' } },
  ] as const;
  const shares = readings.map(({ text }) => shareOfJapanese(text ?? ''));
  const best = Math.max(...shares);
  return best < 0.5 ? { kind: 'BINARY' } : (readings[shares.indexOf(best)]?.is ?? { kind: 'BINARY' });
}

function utf16(encoding: string, bytes: Uint8Array): Decoded {
  const text = strictly(encoding, bytes);
  if (text === null || controls.test(text)) return { kind: 'BINARY' };
  return text.trim() === '' ? { kind: 'EMPTY' } : { kind: 'OTHER_ENCODING', encoding: 'UTF-16' };
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

/** The text, or null where the bytes are not valid in this encoding; with `stream` the last letter may be incomplete. */
function strictly(encoding: string, bytes: Uint8Array, options: { readonly stream?: boolean } = {}): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, options);
  } catch (error) {
    if (unreadable.has(codeOf(error))) return null;
    throw error;
  }
}

/** Bytes that are not valid in an encoding, and a Node without that encoding, which then recognises one less. */
const unreadable = new Set(['ERR_ENCODING_INVALID_ENCODED_DATA', 'ERR_ENCODING_NOT_SUPPORTED']);
