import { controls, decode } from '../../decode.js';
import { describe } from '../../model/declaration.js';
import type { Report } from './problems.js';

const saveAs = {
  en: 'save it as UTF-8, in Excel as "CSV UTF-8 (Comma delimited)"',
  ja: 'UTF-8 で保存してください（Excel では「CSV UTF-8（コンマ区切り）」）',
};

/** The text of a file; other bytes are reported, and null. */
export function readText(bytes: Uint8Array, report: Report): string | null {
  const decoded = decode(bytes);
  switch (decoded.kind) {
    case 'TEXT':
      return decoded.text;
    case 'EMPTY':
      return new TextDecoder().decode(bytes);
    case 'DAMAGED':
    case 'BINARY': {
      const text = new TextDecoder().decode(bytes);
      const control = text.includes('\ufffd') ? -1 : text.search(controls);
      if (control >= 0) {
        const code = `U+${text.charCodeAt(control).toString(16).toUpperCase().padStart(4, '0')}`;
        const row = text.slice(0, control).split(/\r\n|\r|\n/).length;
        report(
          row,
          null,
          describe(
            `expected text, but got the control character ${code}: delete it`,
            `制御文字（${code}）があります。削除してください`,
          ),
        );
        return null;
      }
      report(
        decoded.kind === 'DAMAGED' ? decoded.line : null,
        null,
        describe(
          `expected UTF-8 text, but got other bytes: ${saveAs.en}`,
          `UTF-8 として読めない文字、または変換で失われた文字（U+FFFD）があります。${saveAs.ja}`,
        ),
      );
      return null;
    }
    case 'OTHER_ENCODING': {
      const encoding = decoded.encoding === 'CP932' ? 'Shift_JIS' : decoded.encoding;
      const ja = `文字コードが ${encoding} です。${saveAs.ja}`;
      report(null, null, describe(`expected UTF-8 text, but got ${encoding}: ${saveAs.en}`, ja));
      return null;
    }
    case 'CUT_OFF':
      report(null, null, describe('expected UTF-8 text, but the file was cut off', 'ファイルが途中で切れています'));
      return null;
  }
}
