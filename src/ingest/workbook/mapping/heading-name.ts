import { headingKey } from '../heading.js';

/** Headings are compared without marks such as the point of No. */
export function headingName(name: string): string {
  return name
    .split('/')
    .map((part) => headingKey(part).replace(/[.．。:]$/, ''))
    .join('/');
}

/** A name such as 指標2 is that of the first of several. */
export const unnumbered = (name: string): string => name.replace(/[0-9①-⑨]+$/, '');
