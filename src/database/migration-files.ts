import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError } from '../operator-error.js';

/**
 * A migration is one step of the graph's schema, in a file `V001__Sentence.cypher`. Once applied it is never changed:
 * what must become different is a further migration. Every statement must be safe to run twice, as a migration that was
 * interrupted is run again from its beginning.
 */
export interface Migration {
  readonly version: number;
  /** The sentence of its file name. */
  readonly description: string;
  readonly file: string;
  /** Of the text, whatever its line ends. */
  readonly checksum: string;
  readonly statements: readonly Statement[];
}

/** One statement of a migration. */
export interface Statement {
  readonly cypher: string;
  /** Neo4j refuses to change schema and data in one transaction. */
  readonly kind: 'schema' | 'data';
  /** 1-based line of its first word. */
  readonly line: number;
}

const fileName = /^V(\d{3,})__(\w[\w-]*)\.cypher$/;

/** The migrations of a folder in their order. Files that do not end in .cypher are not looked at. */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.cypher')).sort();
  const migrations = await Promise.all(
    files.map(async (file) => parseMigration(file, await readFile(join(folder, file), 'utf8'))),
  );
  migrations.sort((one, other) => one.version - other.version);
  for (const [index, migration] of migrations.entries()) {
    const expected = index + 1;
    if (migration.version === expected) continue;
    throw new OperatorError(
      `マイグレーションの番号は 1 から順に続く必要があります。${expected} のはずが ${migration.file} です。`,
      `Migrations must be numbered from 1 without gap or repetition: expected version ${expected}, but got ${migration.file}.`,
    );
  }
  return migrations;
}

/** One migration from its file's name and text. */
export function parseMigration(file: string, text: string): Migration {
  const match = fileName.exec(file);
  if (!match?.[1] || !match[2]) {
    throw new OperatorError(
      `マイグレーションのファイル名は V001__Sentence.cypher の形にしてください: ${file}`,
      `A migration's file must be named like V001__Sentence.cypher, but got ${file}.`,
    );
  }
  const normalized = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return {
    version: Number(match[1]),
    description: match[2].replaceAll('_', ' '),
    file,
    checksum: createHash('sha256').update(normalized).digest('hex'),
    statements: splitStatements(file, normalized),
  };
}

/** Statements end with `;` at the end of a line; whole lines of `//` are comments. */
function splitStatements(file: string, text: string): readonly Statement[] {
  const statements: Statement[] = [];
  let lines: string[] = [];
  let first = 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim().startsWith('//') || (lines.length === 0 && line.trim() === '')) continue;
    if (lines.length === 0) first = index + 1;
    lines.push(line);
    if (!line.trimEnd().endsWith(';')) continue;
    statements.push(statementOf(file, lines.join('\n').trim().slice(0, -1).trim(), first));
    lines = [];
  }
  if (lines.length === 0) return statements;
  throw new OperatorError(
    `${file}:${first} の文が行末の「;」で終わっていません。`,
    `${file}:${first}: the statement does not end with ";" at the end of a line.`,
  );
}

function statementOf(file: string, cypher: string, line: number): Statement {
  const isSchema = /^(CREATE|DROP)\s+(\w+\s+){0,2}(CONSTRAINT|INDEX)\b/i.test(cypher);
  if (isSchema && !/\b(CONSTRAINT|INDEX)\s+`?(?!IF\b)\w+`?\s+IF\s+(NOT\s+)?EXISTS\b/i.test(cypher)) {
    throw new OperatorError(
      `${file}:${line} のスキーマ変更には名前と IF NOT EXISTS（削除なら IF EXISTS）が必要です。`,
      `${file}:${line}: a schema statement needs a name and IF NOT EXISTS (or IF EXISTS, when it drops), so that it can be run again.`,
    );
  }
  return { cypher, kind: isSchema ? 'schema' : 'data', line };
}
