const colors = ['var(--grade-a)', 'var(--grade-c)', 'var(--good)', 'var(--bad)', 'var(--warn)', 'var(--text-quiet)'];

/** The colour of a group of departments, the same in all figures; groups are numbered from 1. */
export const colorOf = (group: number): string => colors[(group - 1) % colors.length] ?? 'var(--quiet-mark)';
