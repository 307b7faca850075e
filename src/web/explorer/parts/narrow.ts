/** Whether the screen is narrow, where style sheets say `@media (width < 40rem)`: rows of tables are blocks. */
export const isNarrow = (): boolean =>
  // There is no screen where a test renders to text.
  typeof matchMedia !== 'undefined' && matchMedia('(width < 40rem)').matches;
