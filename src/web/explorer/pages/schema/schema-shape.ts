/** What introspection says, as a map: the types of things, and how they lead to one another. */
import type { SchemaMapQuery } from '../../graphql/graphql.js';
import type { Drawing } from '../../parts/drawing/drawing.js';

export type IntrospectedType = SchemaMapQuery['__schema']['types'][number];
type Field = NonNullable<IntrospectedType['fields']>[number];
interface TypeReference {
  readonly kind: string;
  readonly name: string | null;
  readonly ofType?: TypeReference | null;
}

export interface ShownField {
  readonly name: string;
  /** As the schema writes it: `[Change!]!`. */
  readonly type: string;
  readonly target: string;
  readonly arguments: readonly string[];
  readonly description: string;
}

export interface ShownType {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly ShownField[];
  /** Whether its things have names and pages. */
  readonly entity: boolean;
}

const written = (type: TypeReference): string => {
  if (type.kind === 'NON_NULL') return `${type.ofType ? written(type.ofType) : ''}!`;
  if (type.kind === 'LIST') return `[${type.ofType ? written(type.ofType) : ''}]`;
  return type.name ?? '';
};
const innermost = (type: TypeReference): string => (type.ofType ? innermost(type.ofType) : (type.name ?? ''));

/** The types that have an id, with their fields; a list of pages leads to what is on the pages. */
export function shownTypes({ __schema }: SchemaMapQuery): readonly ShownType[] {
  const byName = new Map(__schema.types.map((type) => [type.name, type]));
  const targetOf = (field: Field): string => {
    const name = innermost(field.type);
    const nodes = byName.get(name)?.fields?.find((each) => each.name === 'nodes');
    return name.endsWith('Connection') && nodes ? innermost(nodes.type) : name;
  };
  return __schema.types
    .filter(({ kind, interfaces }) => kind === 'OBJECT' && interfaces?.some(({ name }) => name === 'Node'))
    .map((type) => ({
      name: type.name ?? '',
      description: type.description ?? '',
      entity: type.interfaces?.some(({ name }) => name === 'Entity') ?? false,
      fields: (type.fields ?? []).map((field) => ({
        name: field.name,
        type: written(field.type),
        target: targetOf(field),
        arguments: field.args.map(({ name }) => name),
        description: field.description ?? '',
      })),
    }));
}

/** Two fields that lead there and back are one line of the map; it is written in the direction of the first. */
export function schemaDrawing(types: readonly ShownType[], labelOf: (type: string) => string): Drawing {
  const known = new Set(types.map(({ name }) => name));
  const lines = new Map<string, { readonly from: string; readonly to: string; readonly fields: string[] }>();
  for (const { name, fields } of types)
    for (const field of fields) {
      if (!known.has(field.target) || field.target === name) continue;
      const key = [name, field.target].sort().join(' ');
      const line = lines.get(key) ?? { from: name, to: field.target, fields: [] };
      line.fields.push(`${name}.${field.name}`);
      lines.set(key, line);
    }
  const degree = (name: string) => [...lines.values()].filter(({ from, to }) => from === name || to === name).length;
  return {
    nodes: types.map(({ name }) => ({
      id: name,
      type: name,
      label: labelOf(name) === name ? name : `${labelOf(name)}\n${name}`,
      size: Math.min(3, 1.5 + degree(name) / 10),
    })),
    edges: [...lines].map(([id, { from, to, fields }]) => ({
      id,
      from,
      to,
      type: 'field',
      sentence: fields.join(', '),
      directed: false,
    })),
  };
}

/** Of a description in both languages, `English. [日本語]`, the part in one. */
export function describedIn(description: string, language: 'ja' | 'en'): string {
  const match = /^([\s\S]*?)\s*\[([^[\]]+)\]\s*$/.exec(description);
  if (!match) return description;
  return (language === 'ja' ? match[2] : match[1]) ?? description;
}
