/** The most characters of a cell that a message repeats. */
const quoted = 100;

/** So much of what was found as a message repeats. */
export const shortened = (text: string): string => (text.length > quoted ? `${text.slice(0, quoted)}…` : text);
