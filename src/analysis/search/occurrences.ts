/** Where a text stands in another as words of its own: "art" does not stand in "party", nor 17 in 117. */
export function occurrences(wanted: string, text: string): readonly number[] {
  const found: number[] = [];
  if (wanted === '') return found;
  for (let index = text.indexOf(wanted); index >= 0; index = text.indexOf(wanted, index + 1))
    if (beginsWord(wanted, text, index) && endsNumber(wanted, text, index + wanted.length)) found.push(index);
  return found;
}

const latin = /\p{Script=Latin}/u;
const digit = /\p{N}/u;

function beginsWord(wanted: string, text: string, index: number): boolean {
  const [before = '', first = ''] = [text[index - 1], wanted[0]];
  return !(latin.test(first) && latin.test(before)) && !(digit.test(first) && digit.test(before));
}

/** A word may go on ("disaster" finds "disasters"), a number may not. */
function endsNumber(wanted: string, text: string, end: number): boolean {
  return !(digit.test(wanted.at(-1) ?? '') && digit.test(text[end] ?? ''));
}
