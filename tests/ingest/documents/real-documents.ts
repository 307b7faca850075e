import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceText } from '../../../src/ingest/documents/document.js';
import { recognise } from '../../../src/ingest/documents/recognise.js';

/** Where the real documents lie: beside the project, or wherever `HONJO_DOCUMENTS` says. They are not ours to publish. */
const folder = process.env.HONJO_DOCUMENTS ?? join(process.cwd(), '..', 'shared', 'documents');

/** The first real document whose text matches; null where the documents are not here. */
function realDocument(matches: (text: string) => boolean): SourceText | null {
  if (!existsSync(folder)) return null;
  for (const fileName of readdirSync(folder).sort()) {
    if (!fileName.endsWith('.txt')) continue;
    const text = readFileSync(join(folder, fileName), 'utf8');
    const lines = text.split(/\r\n|\r|\n/);
    if (lines.at(-1) === '') lines.pop();
    const recognised = matches(text) ? recognise(lines) : null;
    if (recognised) return { ...recognised, fileName, lines };
  }
  return null;
}

/** Registers tests over a real document; where it is missing, a single skipped test whose name says so. */
export function describeRealDocument(
  name: string,
  matches: (text: string) => boolean,
  register: (source: SourceText) => void,
): void {
  const source = realDocument(matches);
  if (source) register(source);
  else {
    const why = `skipped: the documents are not here (${name}); put them into ${folder} or set HONJO_DOCUMENTS`;
    process.stderr.write(`${why}\n`);
    test.skip(why, () => {});
  }
}
