import type { Output } from '@swc/core';

/** The JavaScript of a TypeScript file of this project and its source map: 'inline', or apart and without the sources. */
export function withoutTypes(filename: string, sourceMaps?: 'inline' | 'apart'): Promise<Output>;
