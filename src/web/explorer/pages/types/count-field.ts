/** The field with the length of a list that may be cut, where a type has one: `collaboratorCount` of `collaborators`. */
export const countField = (list: string): string => `${list.replace(/s$/, '')}Count`;
