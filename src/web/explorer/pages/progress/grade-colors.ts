/** The colours of grades in figures; another grade has none of its own. */
export const gradeColors: Readonly<Record<string, string>> = {
  A: 'var(--grade-a)',
  B: 'var(--grade-b)',
  C: 'var(--grade-c)',
};
