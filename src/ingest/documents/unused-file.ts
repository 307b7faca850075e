import type { Decoded } from './decode.js';
import type { Finding } from './finding.js';

/** Larger files are no text exports of planning documents. */
export const largestFile = 20 * 1024 * 1024;

/** A text of more lines is none either; shorter ones fit wherever lines are handed on one by one. */
export const mostLines = 50_000;

/** A finding about a whole file; who reads the file adds its name. */
export type Remark = Omit<Finding, 'document' | 'lines'> & Partial<Pick<Finding, 'lines'>>;

/** What the file system answered, in words. */
export function reasonOf(code: string): string {
  const reasons: Record<string, string> = {
    ENOENT: 'nothing of that name',
    ENOTDIR: 'a file',
    EACCES: 'no permission to read it',
    EPERM: 'no permission to read it',
    EISDIR: 'a folder',
  };
  return reasons[code] ?? code;
}

export function passedOver(what: string, whatJa: string): Remark {
  return {
    rule: 'file-is-a-document',
    severity: 'note',
    message: `Passed over: ${what}.`,
    messageJa: `${whatJa}のため読み込んでいません。`,
  };
}

export function unreadable(reason: string): Remark {
  return {
    rule: 'document-is-readable',
    severity: 'error',
    message: 'The file cannot be read; check that it exists and that you may read it.',
    messageJa: 'ファイルを読み込めません。ファイルの有無と読み取り権限を確認してください。',
    expected: 'a readable file',
    actual: reason,
  };
}

const inMegabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

export const tooLarge = (size: number): Remark => tooMuch(inMegabytes(largestFile), inMegabytes(size));

export const tooLong = (lines: number): Remark => tooMuch(`${mostLines} lines`, `${lines} lines`);

function tooMuch(most: string, actual: string): Remark {
  return {
    rule: 'document-is-small-enough',
    severity: 'error',
    message: 'The file is too large for a text export of a planning document; export its text only.',
    messageJa: 'ファイルが大きすぎます。文書のテキストのみを書き出してください。',
    expected: `at most ${most}`,
    actual,
  };
}

export function unrecognised(lines: number): Remark {
  return {
    rule: 'document-is-recognised',
    severity: 'error',
    message:
      'The text is none of the known documents, or was cut off before its headings; remove it from the folder or export it again.',
    messageJa: '対応する文書ではないか、見出しの前で途切れています。フォルダから取り除くか、出力し直してください。',
    expected: 'review sheets, an adopted plan, a linkage plans draft or reform sheets',
    actual: `${lines} lines without the headings of any one of them`,
  };
}

export function undecodable(decoded: Exclude<Decoded, { kind: 'TEXT' }>, name: string): Remark {
  const command =
    decoded.kind === 'OTHER_ENCODING' ? `iconv -f ${decoded.encoding} -t UTF-8 ${quoted(name)} > utf-8.txt` : '';
  switch (decoded.kind) {
    case 'EMPTY':
      return {
        rule: 'document-is-not-empty',
        severity: 'error',
        message: 'The file holds no text; export the document again or remove the file.',
        messageJa: 'ファイルに文字がありません。出力し直すか、ファイルを取り除いてください。',
        expected: 'the text of a document',
        actual: 'an empty file',
      };
    case 'CUT_OFF':
      return {
        rule: 'document-is-complete',
        severity: 'error',
        message: 'The file ends in the middle of a letter: it was cut off. Export or copy it again.',
        messageJa: 'ファイルが文字の途中で切れています。出力またはコピーをやり直してください。',
        expected: 'a whole letter at the end',
        actual: 'a part of one',
      };
    case 'OTHER_ENCODING':
      return {
        rule: 'document-is-utf-8',
        severity: 'error',
        message: `The text is not UTF-8; save it as UTF-8, or run: ${command}`,
        messageJa: `文字コードがUTF-8ではありません。UTF-8で保存し直すか、次を実行してください: ${command}`,
        expected: 'UTF-8',
        actual: decoded.encoding === 'CP932' ? 'Shift_JIS (CP932)' : decoded.encoding,
      };
    case 'DAMAGED':
      return {
        rule: 'document-is-text',
        severity: 'error',
        lines: { first: decoded.line, last: decoded.line },
        message:
          'Letters of this text are lost: it holds bytes that are no UTF-8, or U+FFFD. Export the original again.',
        messageJa: '文字が失われています（UTF-8でないバイト、またはU+FFFD）。元の文書から出力し直してください。',
        expected: 'letters in UTF-8',
        actual: 'bytes that are none',
      };
    case 'BINARY':
      return {
        rule: 'document-is-text',
        severity: 'error',
        message: 'The file is not text; export the document as plain text (UTF-8) first.',
        messageJa: 'テキストファイルではありません。文書をテキスト（UTF-8）で書き出してください。',
        expected: 'plain text in UTF-8',
        actual: 'binary data',
      };
  }
}

/** A file name as one word of a shell command. */
function quoted(name: string): string {
  return `'${name.replaceAll("'", "'\\''")}'`;
}
