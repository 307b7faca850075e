import iconv from 'iconv-lite';

/** Characters that Unicode has twice, by the one that Microsoft's Shift_JIS knows: they look the same. */
const lookalikes: Readonly<Record<string, string>> = {
  '\u301c': '\uff5e',
  '\u2212': '\uff0d',
  '\u2014': '\u2015',
  '\u2016': '\u2225',
  '\u00a2': '\uffe0',
  '\u00a3': '\uffe1',
  '\u00ac': '\uffe2',
  '\u00a5': '\uffe5',
};
const twice = new RegExp(`[${Object.keys(lookalikes).join('')}]`, 'g');

const encode = (text: string) => iconv.encode(text, 'shift_jis');
const survives = (text: string) => iconv.decode(encode(text), 'shift_jis') === text;

/** A text with the characters that Shift_JIS has in place of those that it lacks. */
function replaced(text: string): string {
  const alike = text.replace(twice, (character) => lookalikes[character] ?? character);
  return survives(alike)
    ? alike
    : [...alike].map((character) => (survives(character) ? character : numberOf(character))).join('');
}

/**
 * Shift_JIS as Excel reads it (code page 932). A character that it lacks stands as its number, 𠮷 as 〔U+20BB7〕: a question
 * mark would hide which character it was, and that there was one.
 */
export const shiftJis = { replaced, encode };

const numberOf = (character: string) =>
  `〔U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}〕`;
