import { nameKey } from '../documents/text.js';
import type { Origin } from './builder.js';
import { type Context, cityOf, idOf, otherName, slug } from './context.js';
import { remarks } from './remarks.js';
import type { Scope } from './scope.js';

/** 全庁, 関係各課, 福祉部各課, 各公共施設所管課: a group named as a whole and not one department. */
const scopePattern = /全庁|各課|各部|各所属|関係課|所管課/;
/** How departments of a Japanese city end. */
const departmentPattern = /(?:課|室|局|館|センター|所|署|部|班|係)$/;

/** True for a name that means a group of departments. */
export const isScope = (name: string): boolean => scopePattern.test(name);

/** The name that an alias stands for, or the name itself. */
function canonicalName({ reviewed }: Context, idPrefix: string, name: string): string {
  for (const [id, aliases] of reviewed.aliases)
    if (id.startsWith(idPrefix) && aliases.some((alias) => nameKey(alias) === nameKey(name)))
      return id.slice(idPrefix.length);
  return name;
}

/**
 * Asserts a department, its city and an edge that leads to it. A name of an unusual shape is kept and reported; one that
 * is known as an alias is kept on the edge.
 */
export function linkDepartment(
  context: Context,
  edge: 'OWNED_BY' | 'LED_BY' | 'SUPPORTED_BY',
  from: string,
  printed: string,
  origin: Origin,
  scopes: readonly Scope[] = [],
): void {
  const { builder } = context;
  const name = canonicalName(context, idOf(context, 'department', ''), printed);
  const id = idOf(context, 'department', slug(name));
  if (!departmentPattern.test(name) && !builder.has('Department', id))
    context.findings.add(remarks.unusualDepartment(name), origin.document, origin.lines);
  builder.node('Department', id, { name }, origin, [], { DIVISION_OF: cityOf(context) });
  builder.edge(edge, from, id, origin, { scopes, printedAs: otherName(printed, name) });
}

/** Asserts a scope such as 全庁 and an edge that leads to it. */
export function linkScope(context: Context, from: string, name: string, origin: Origin): void {
  const id = idOf(context, 'supporting-scope', slug(name));
  context.builder.node('SupportingScope', id, { name }, origin);
  context.builder.edge('SUPPORTED_BY_SCOPE', from, id, origin);
}
