/** The JavaScript of a TypeScript file of this project, with its source map in it. */
export function withoutTypes(filename: string): Promise<string>;
