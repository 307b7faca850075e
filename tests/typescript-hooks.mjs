/** Module hooks that find `x.ts` behind `./x.js` and take its types away. */
import { fileURLToPath } from 'node:url';
import { withoutTypes } from './without-types.mjs';

export async function resolve(specifier, context, next) {
  if (!/^\.{1,2}\/.*\.js$/.test(specifier) || !context.parentURL?.endsWith('.ts')) return next(specifier, context);
  return next(specifier.replace(/\.js$/, '.ts'), context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  return { format: 'module', source: (await withoutTypes(fileURLToPath(url))).code, shortCircuit: true };
}
