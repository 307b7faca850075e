/** A number with its English noun: `1 sheet`, `2 sheets`; `many` where that is not the noun with an s. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
