import { basename } from 'node:path';
import { type Mapping, readMapping } from '../ingest/workbook/mapping/mapping.js';
import { largestText } from '../ingest/workbook/mapping/shape.js';
import { OperatorError } from '../operator-error.js';
import { readRegularFile } from './regular-file.js';

/** Reads a mapping file; fails with everything that is wrong with it, by line and column. */
export async function readMap(file: string): Promise<Mapping> {
  const bytes = await readRegularFile(file, largestText);
  if (bytes === null)
    throw new OperatorError(
      `対応表 ${file} がありません。--propose-map で作れます（docs/your-city.md）。`,
      `There is no mapping file ${file}: --propose-map writes one (docs/your-city.md).`,
    );
  const { mapping, problems } = readMapping(bytes.toString('utf8'), basename(file));
  if (mapping) return mapping;
  const lines = (language: 'ja' | 'en') =>
    problems.map(({ line, column, words }) => `  ${basename(file)}:${line}:${column}: ${words[language]}`).join('\n');
  const count = problems.length;
  throw new OperatorError(
    `対応表 ${file} に ${count} 件の誤りがあるため、何も書き込んでいません。修正してから再実行してください。\n${lines('ja')}`,
    `Nothing was written: the mapping file ${file} has ${count} ${count === 1 ? 'problem' : 'problems'}. Correct it and run again.\n${lines('en')}`,
  );
}
