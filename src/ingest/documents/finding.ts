import type { Lines } from './document.js';

/**
 * A finding is a remark about some lines of a document: collected, never thrown, printed like a compiler's.
 * `error` means that the input cannot be used, `warning` that a fact was kept but needs a person's eye,
 * `note` that something was noticed and dealt with.
 */
export interface Finding extends Remark {
  /** Document id, or file name where the document could not be recognised. */
  readonly document: string;
  readonly lines: Lines | null;
  readonly expected?: string;
  readonly actual?: string;
}

/** The part of a finding that is the same wherever it is made. Each folder lists its own in `remarks.ts`. */
export interface Remark {
  /** A short statement that must hold, in kebab-case: "every-line-is-placed", "reference-resolves". */
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'note';
  /** English. */
  readonly message: string;
  /** Japanese. */
  readonly messageJa: string;
}

const remarkOf =
  (severity: Remark['severity']) =>
  (rule: string, message: string, messageJa: string): Remark => ({ rule, severity, message, messageJa });

/** The document cannot be used. */
export const error = remarkOf('error');
/** A fact was kept, but needs a person's eye. */
export const warning = remarkOf('warning');
/** Something was noticed and dealt with. */
export const note = remarkOf('note');

/** Findings in the order they were added. */
export class FindingList {
  readonly all: Finding[] = [];

  /** Adds a finding about a document; `expected` and `actual` say what the lines differ in, where that helps. */
  add(remark: Remark, document: string, lines: Lines | null, expected?: string, actual?: string): void {
    const contrast = { ...(expected === undefined ? {} : { expected }), ...(actual === undefined ? {} : { actual }) };
    this.all.push({ ...remark, document, lines, ...contrast });
  }

  get hasErrors(): boolean {
    return this.all.some(({ severity }) => severity === 'error');
  }
}

/** One finding as a compiler would print it: `document:12-14  warning  rule  message (expected …, but got …)`. */
export function formatFinding({ document, lines, severity, rule, message, expected, actual }: Finding): string {
  const range = lines ? `:${lines.first}${lines.last > lines.first ? `-${lines.last}` : ''}` : '';
  const contrast = expected === undefined && actual === undefined ? '' : ` (expected ${expected}, but got ${actual})`;
  return `${document}${range}  ${severity}  ${rule}  ${message}${contrast}`;
}
