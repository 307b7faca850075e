import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFile } from '../project-files.js';

/** Where what answers lies: this program, compiled or not, and the statements that it reads. */
const folders = [fileURLToPath(new URL('../', import.meta.url)), projectFile('cypher')];
/** The pages in the browser are no part of it. */
const pages = /^web\b/;
/** The versions of the libraries. */
const locked = projectFile('package-lock.json');

let known: string | undefined;

/**
 * A digest of all code that has a say in answers: with another one the same question at the same revision may be answered
 * in other words. It is the same for every process of the same build.
 */
export function programDigest(): string {
  known ??= digest();
  return known;
}

function digest(): string {
  const hash = createHash('sha256').update(readFileSync(locked));
  for (const folder of folders)
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(?:[cm]?js|ts|json|cypher)$/.test(name) && !pages.test(name))
        hash.update(`${name}\n`).update(readFileSync(join(folder, name)));
  return hash.digest('base64url');
}
