import { headingKey } from '../heading.js';

/** Headings are compared without marks such as the point of No, and in one of the words for a name and for a code: 施策の名称, 事業CD. */
export function headingName(name: string): string {
  return name
    .split('/')
    .map((part) =>
      headingKey(part)
        .replace(/[.．。:]$/, '')
        .replace(/(?<=.)の?名称$/, '名')
        .replace(/(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])の?(?:コード|cd|id|no|番号)$/u, '番号'),
    )
    .join('/');
}

/** A name such as 指標2 is that of the first of several. */
export const unnumbered = (name: string): string => name.replace(/[0-9①-⑨]+$/, '');

/** A name without brackets behind it that explain it, 政策 of 政策(基本目標); those that say that only a part is meant stay. */
export const unexplained = (name: string): string =>
  name.replace(/(?<=.)\((?![^()]*(?:うち|内|旧|前|再掲|参考|見込|\d))[^()]*\)$/, '');
