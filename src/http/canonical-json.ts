/** How deep the values of a request may be nested: far beyond any filter, far below what a call stack holds. */
export const deepestValue = 60;

/**
 * JSON with the keys of objects in order, so that equal values have one text; null for values nested too deeply.
 * Numbers that JSON does not have stay apart: JSON.parse makes Infinity of 1e400, which JSON would write as null.
 */
export function canonicalJson(value: unknown, depth: number = deepestValue): string | null {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (depth === 0) return null;
  const parts: string[] = [];
  if (Array.isArray(value)) {
    for (const item of value) {
      const text = canonicalJson(item, depth - 1);
      if (text === null) return null;
      parts.push(text);
    }
    return `[${parts.join(',')}]`;
  }
  for (const key of Object.keys(value).sort()) {
    const text = canonicalJson((value as Readonly<Record<string, unknown>>)[key], depth - 1);
    if (text === null) return null;
    parts.push(`${JSON.stringify(key)}:${text}`);
  }
  return `{${parts.join(',')}}`;
}
