/**
 * Lets plain Node run the TypeScript sources: `node --import ./tests/typescript.mjs file.ts`. For what a test must do in
 * a process of its own, and for jest's global set-up, which jest does not transform.
 */
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
