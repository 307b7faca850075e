import type { Lines } from './document.js';

/**
 * A finding is a remark about a place in a document or a dataset: collected, never thrown, printed like a compiler's.
 * `error` means that the input cannot be used, `warning` that a fact was kept but needs a person's eye,
 * `note` that something was noticed and dealt with.
 */
export interface Finding {
  /** A short statement that must hold, in kebab-case: "every-line-is-placed", "reference-resolves". */
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'note';
  /** Document id, or file name where the document could not be recognised. */
  readonly document: string;
  readonly lines: Lines | null;
  /** English. */
  readonly message: string;
  /** Japanese. */
  readonly messageJa: string;
  readonly expected?: string;
  readonly actual?: string;
}

/** Where parsers put what they noticed. */
export interface Findings {
  add(finding: Finding): void;
}

/** Findings in the order they were added. */
export class FindingList implements Findings {
  readonly all: Finding[] = [];

  add(finding: Finding): void {
    this.all.push(finding);
  }

  get hasErrors(): boolean {
    return this.all.some(({ severity }) => severity === 'error');
  }
}

/** One finding as a compiler would print it: `document:12-14  warning  rule  message (expected …, but got …)`. */
export function formatFinding({ document, lines, severity, rule, message, expected, actual }: Finding): string {
  const place = lines ? `${document}:${lines.first}${lines.last > lines.first ? `-${lines.last}` : ''}` : document;
  const contrast = expected === undefined && actual === undefined ? '' : ` (expected ${expected}, but got ${actual})`;
  return `${place}  ${severity}  ${rule}  ${message}${contrast}`;
}
