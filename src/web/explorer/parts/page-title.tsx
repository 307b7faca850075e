import type { ReactNode } from 'react';
import { useWords } from '../language/words.js';

/** The heading of a page, which is the title of the browser's tab too; `children` is the heading where it is more than the text. */
export function PageTitle({ title, children = title }: { readonly title: string; readonly children?: ReactNode }) {
  const { product } = useWords();
  return (
    <>
      <title>{`${title} — ${product}`}</title>
      <h1>{children}</h1>
    </>
  );
}
