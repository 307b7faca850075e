/** Pieces of folded text: runs of one kind of writing, and the short pieces in which likeness is measured. */
import { wide } from '../../model/folded-text.js';

/** Stretches of Japanese writing, and words of any other. */
export function runsOf(text: string): readonly string[] {
  const runs: string[] = [];
  let last = '';
  for (const character of text) {
    const kind = character === ' ' ? '' : wide.test(character) ? 'wide' : 'narrow';
    if (kind !== '' && kind === last) runs[runs.length - 1] += character;
    else if (kind !== '') runs.push(character);
    last = kind;
  }
  return runs;
}

/** The distinct pairs of neighbours in Japanese writing, and threes in any other; what is shorter is a piece itself. */
export function gramsOf(text: string): readonly string[] {
  const grams = new Set<string>();
  for (const run of runsOf(text)) {
    const characters = [...run];
    const size = wide.test(run) ? 2 : 3;
    for (let start = 0; start <= Math.max(0, characters.length - size); start++)
      grams.add(characters.slice(start, start + size).join(''));
  }
  return [...grams];
}
