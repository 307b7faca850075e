import { type Audience, audiences, type Example } from '../../../examples/example.js';

/** The examples of those who ask alike. */
export interface Group {
  readonly audience: Audience;
  readonly examples: readonly Example[];
}

/**
 * The examples whose name, titles or descriptions have every word of `words` in them, whatever their case and width, by
 * who asks them. Groups without any are left out.
 */
export function groupsOf(examples: readonly Example[], words: string): readonly Group[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  const fits = ({ name, titleJa, titleEn, aboutJa, aboutEn }: Example) => {
    const text = folded([name, titleJa, titleEn, aboutJa, aboutEn].join(' '));
    return wanted.every((word) => text.includes(word));
  };
  return audiences
    .map((audience) => ({ audience, examples: examples.filter((each) => each.audience === audience && fits(each)) }))
    .filter((group) => group.examples.length > 0);
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

/** The name of an operation; examples have one each. Null where it has none. */
export const operationNameOf = (query: string): string | null => /^\s*query\s+(\w+)/m.exec(query)?.[1] ?? null;
