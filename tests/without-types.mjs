import { readFile } from 'node:fs/promises';
import { transform } from '@swc/core';

/** The JavaScript of a TypeScript file of this project and its source map: 'inline', or apart and without the sources. */
export async function withoutTypes(filename, sourceMaps = 'inline') {
  return transform(await readFile(filename, 'utf8'), {
    filename,
    swcrc: false,
    configFile: false,
    sourceMaps: sourceMaps === 'inline' ? 'inline' : true,
    inlineSourcesContent: sourceMaps === 'inline',
    module: { type: 'es6' },
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: true },
    },
  });
}
