import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { unlessMissing } from '../../file-errors.js';
import { OperatorError } from '../../operator-error.js';
import { type Java, javaEnvironment } from './java.js';
import { messageLines } from './server-log.js';

/** Where one embedded server has its things. */
export interface ServerFolders {
  /** Neo4j's home: data, logs, conf. */
  readonly home: string;
  readonly configuration: string;
  readonly jars: string;
}

/**
 * The password of the embedded server's user `neo4j`: made up at the first start and kept in a file that only its owner
 * can read.
 */
export async function serverPassword(folders: ServerFolders, java: Java): Promise<string> {
  const file = join(folders.home, 'password');
  const known = (await unlessMissing(readFile(file, 'utf8')))?.trim() || null;
  const hasRun = existsSync(join(folders.home, 'data', 'databases', 'system'));
  if (known === null && hasRun) {
    throw new OperatorError(
      `データベースのパスワードファイル ${file} がありません。元に戻すか、${join(folders.home, 'data')} を削除して作り直してください。`,
      `The database's password file ${file} is gone. Put it back, or delete ${join(folders.home, 'data')} to begin anew.`,
    );
  }
  // Hexadecimal, as a password that begins with a hyphen would be taken for an option.
  const password = known ?? randomBytes(24).toString('hex');
  if (known === null) await writeSecret(file, password);
  // Neo4j takes a first password only as long as it has never run; a start that was killed before that does it again.
  if (!hasRun) await setFirstPassword(folders, java, password);
  return password;
}

/** Hands the password over in a file, as the arguments of a program can be seen by every user of the machine. */
async function setFirstPassword(folders: ServerFolders, java: Java, password: string): Promise<void> {
  const file = join(folders.home, 'set-password.arguments');
  await writeSecret(
    file,
    [
      '--add-opens=java.base/java.nio=ALL-UNNAMED',
      '-Xmx256m',
      `-cp ${quote(join(folders.jars, '*'))}`,
      'org.neo4j.cli.AdminTool dbms set-initial-password',
      quote(password),
    ].join('\n'),
  );
  try {
    await promisify(execFile)(java.command, [`@${file}`], {
      env: { ...javaEnvironment(), NEO4J_HOME: folders.home, NEO4J_CONF: folders.configuration },
      timeout: 120_000,
    });
  } catch (error) {
    const said = String((error as { stderr?: unknown }).stderr ?? error);
    const reason = messageLines(said).slice(0, 3).join('\n');
    throw new OperatorError(
      `データベースの最初のパスワードを設定できませんでした。\n${reason}`,
      `The database's first password could not be set.\n${reason}`,
      { cause: error },
    );
  } finally {
    await rm(file, { force: true });
  }
}

/** A word for Java's argument files, in which a backslash is an escape. */
function quote(word: string): string {
  return `"${word.replace(/[\\"]/g, '\\$&')}"`;
}

/** Appears with its whole content or not at all: half a password would lock everybody out. */
async function writeSecret(file: string, secret: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.draft`;
  await rm(draft, { force: true });
  await writeFile(draft, secret, { mode: 0o600, flag: 'wx' });
  await rename(draft, file);
}
