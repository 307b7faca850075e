/** A draft gets the name that it is for once it is whole. It is its process's own, so that two do not write one. */
import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { identify } from '../database/server/process-identity.js';
import { unlessMissing } from '../file-errors.js';

/** A name beside a path for what this process makes of it. */
export const draftOf = (path: string): string => `${path}.${process.pid}-${randomBytes(4).toString('hex')}.draft`;

/** Drafts beside a path whose processes are gone. */
export async function leftDrafts(path: string): Promise<readonly string[]> {
  const [folder, name] = [dirname(path), basename(path)];
  const left: string[] = [];
  for (const entry of (await unlessMissing(readdir(folder))) ?? []) {
    const pid = entry.startsWith(`${name}.`) && /^(\d+)-[0-9a-f]{8}\.draft$/.exec(entry.slice(name.length + 1))?.[1];
    if (pid && (await identify(Number(pid))) === null) left.push(join(folder, entry));
  }
  return left;
}

export async function removeLeftDrafts(path: string): Promise<void> {
  for (const draft of await leftDrafts(path)) await rm(draft, { recursive: true, force: true });
}
