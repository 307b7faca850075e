import { readFile } from 'node:fs/promises';
import { transform } from '@swc/core';

/** The JavaScript of a TypeScript file of this project, with its source map in it. */
export async function withoutTypes(filename) {
  const { code } = await transform(await readFile(filename, 'utf8'), {
    filename,
    swcrc: false,
    configFile: false,
    sourceMaps: 'inline',
    module: { type: 'es6' },
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: true },
    },
  });
  return code;
}
