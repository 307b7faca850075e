import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { OperatorError } from '../../operator-error.js';

/** A Java that can run Neo4j. */
export interface Java {
  readonly command: string;
  /** 17, 21, 25 … */
  readonly major: number;
}

/**
 * The environment of a Java program: it takes the names of files for what the locale says, and without one that knows
 * UTF-8 it would not find a folder with a Japanese name. macOS has UTF-8 whatever the locale.
 */
export const javaEnvironment = (): NodeJS.ProcessEnv => ({ ...process.env, LC_ALL: 'C.UTF-8' });

const oldest = 17;
const howTo = 'Debian/Ubuntu: sudo apt-get install -y openjdk-17-jdk-headless / macOS: brew install openjdk@17';

/** The Java of JAVA_HOME, or else of the PATH; refused where there is none, or one too old for Neo4j. */
export async function findJava(javaHome: string | null): Promise<Java> {
  const command = javaHome === null ? 'java' : join(javaHome, 'bin', 'java');
  let printed: string;
  try {
    // It prints to stderr.
    printed = (await promisify(execFile)(command, ['-version'], { timeout: 20_000 })).stderr;
  } catch (error) {
    throw new OperatorError(
      `Java ${oldest} 以上（JDK）が見つかりません（${command}）。導入方法 — ${howTo}`,
      `Java ${oldest} or newer (a JDK) was not found (${command}). To install it — ${howTo}`,
      { cause: error },
    );
  }
  const major = majorVersion(printed);
  if (major !== null && major >= oldest) return { command, major };
  throw new OperatorError(
    `Java ${oldest} 以上が必要ですが、${command} は ${major ?? '不明な版'} です。導入方法 — ${howTo}`,
    `Java ${oldest} or newer is needed, but ${command} is ${major ?? 'of an unknown version'}. To install it — ${howTo}`,
  );
}

/** The major version that `java -version` prints: `version "17.0.15"` → 17, `version "1.8.0_402"` → 8. */
export function majorVersion(printed: string): number | null {
  const match = /version "(?:1\.)?(\d+)/.exec(printed);
  return match ? Number(match[1]) : null;
}

/**
 * The flags that Neo4j's own launcher gives to Java, and those that newer Javas need to run it in silence; only the collector
 * is another one. G1, the launcher's, pays for its short pauses with each reference that is written and with work beside the
 * statements: on two processors and a heap of a gigabyte they take 7 % more CPU and as much longer with it.
 */
export function javaFlags(major: number): readonly string[] {
  return [
    '-XX:+UseParallelGC',
    '-XX:-OmitStackTraceInFastThrow',
    '-XX:+UnlockExperimentalVMOptions',
    '-XX:+TrustFinalNonStaticFields',
    '-XX:+DisableExplicitGC',
    // Out of memory Neo4j would linger and answer nothing; ended, it is started again.
    '-XX:+ExitOnOutOfMemoryError',
    '-Djdk.nio.maxCachedBufferSize=1024',
    '-Dio.netty.tryReflectionSetAccessible=true',
    '-Dlog4j2.disable.jmx=true',
    '-Dfile.encoding=UTF-8',
    '--add-opens=java.base/java.nio=ALL-UNNAMED',
    '--add-opens=java.base/java.io=ALL-UNNAMED',
    '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
    '--enable-native-access=ALL-UNNAMED',
    // The option is known from Java 23 on; older ones refuse to start with it.
    ...(major >= 23 ? ['--sun-misc-unsafe-memory-access=allow'] : []),
  ];
}
