import { nameKey } from '../documents/text.js';
import type { Origin } from './builder.js';
import { type Context, idOf } from './context.js';
import { assertPolicyItem } from './policy-items.js';

/**
 * Asserts a policy item that is printed with its code and name; returns its id, and the printed name where that is not
 * the item's own. The code is followed; another name is reported.
 */
export function assertReferencedItem(
  context: Context,
  { code, name: printed }: { readonly code: string; readonly name: string },
  origin: Origin,
): { readonly id: string; readonly printedAs: string | null } {
  const known = context.builder.valueOf('PolicyItem', idOf(context, 'policy-item', code), 'name');
  const id = assertPolicyItem(context, code, known === undefined ? printed : undefined, origin);
  const names = [known ?? printed, ...(context.reviewed.aliases.get(id) ?? [])].map(String);
  if (names.some((name) => nameKey(name) === nameKey(printed))) return { id, printedAs: null };
  context.findings.add({
    rule: 'referenced-name-matches-code',
    severity: 'warning',
    document: origin.document,
    lines: origin.lines,
    message: `The name printed for policy item ${code} differs from its own; the code was followed.`,
    messageJa: `施策大項目${code}の名称が異なるため、番号を優先しました。`,
    expected: String(known),
    actual: printed,
  });
  return { id, printedAs: printed };
}
