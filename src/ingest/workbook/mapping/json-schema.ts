/** The JSON Schema of the mapping file, by which editors complete and check it; it follows from the shape that is read. */
import { mappingShape } from './mapping-shape.js';
import type { RecordShape, Shape, TextShape } from './shape.js';

/** A schema, as JSON has it. */
type Json = { readonly [name: string]: unknown };

/** The file that has it, in the project. */
export const schemaFile = 'schema/mapping.schema.json';

export function mappingSchema(): Json {
  const definitions = new Map<string, Json>();
  const schema = { ...schemaOf(mappingShape, definitions), $defs: Object.fromEntries(definitions) };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '取込の対応表 Mapping file of an import',
    ...schema,
  };
}

/** Both languages, as in the descriptions of the API's schema. */
const described = ({ about }: Shape): Json => ({ description: `${about.ja}\n${about.en}` });

function schemaOf(shape: Shape, definitions: Map<string, Json>): Json {
  const of = (each: Shape) => schemaOf(each, definitions);
  switch (shape.kind) {
    case 'text':
      return {
        ...described(shape),
        // Numbers and truth values need no quotes.
        ...(shape.values
          ? { enum: shape.values.flatMap(withPlain) }
          : { type: typesOf(shape), ...(shape.mayBeEmpty ? {} : { minLength: 1 }) }),
        ...(shape.pattern ? { pattern: shape.pattern.source } : {}),
        ...(shape.minimum === undefined ? {} : { minimum: shape.minimum }),
      };
    case 'list':
      return { ...described(shape), type: 'array', minItems: 1, items: of(shape.of) };
    case 'dictionary':
      return { ...described(shape), type: 'object', additionalProperties: of(shape.of) };
    case 'either':
      if (shape.name === undefined) return { ...described(shape), anyOf: shape.of.map(of) };
      if (!definitions.has(shape.name)) definitions.set(shape.name, { anyOf: shape.of.map(of) });
      return { ...described(shape), allOf: [{ $ref: `#/$defs/${shape.name}` }] };
    case 'record':
      return recordSchema(shape, definitions);
  }
}

/** A form that letters have is not that of a number, to which patterns of JSON Schema do not apply. */
const typesOf = ({ pattern, minimum }: TextShape): string | readonly string[] =>
  minimum !== undefined ? ['string', 'integer'] : pattern ? 'string' : ['string', 'number'];

/** `true` may be written as a text, and without quotes. */
const withPlain = (value: string): readonly (string | boolean)[] =>
  value === 'true' || value === 'false' ? [value === 'true', value] : [value];

function recordSchema(shape: RecordShape, definitions: Map<string, Json>): Json {
  const { properties, required = [], exactlyOne = [], atLeastOne = [], depending = [] } = shape;
  const entries = Object.entries(properties).map(([name, each]) => {
    const isDepending = depending.some(({ property }) => property === name);
    return [name, isDepending ? { ...described(each), type: 'object' } : schemaOf(each, definitions)] as const;
  });
  return {
    ...described(shape),
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(entries),
    ...(required.length > 0 ? { required } : {}),
    ...(exactlyOne.length > 0 ? { oneOf: exactlyOne.map((name) => ({ required: [name] })) } : {}),
    ...(atLeastOne.length > 0 ? { anyOf: atLeastOne.map((name) => ({ required: [name] })) } : {}),
    ...(depending.length > 0 ? { allOf: depending.flatMap((each) => cases(each, definitions)) } : {}),
  };
}

/** What one property holds where another one has a value. */
function cases(
  { property, on, shapes }: NonNullable<RecordShape['depending']>[number],
  definitions: Map<string, Json>,
) {
  return Object.entries(shapes).map(([value, shape]) => {
    const name = [property, on, value].join('-');
    definitions.set(name, schemaOf(shape, definitions));
    return {
      if: { required: [on], properties: { [on]: { const: value } } },
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so.
      then: { properties: { [property]: { $ref: `#/$defs/${name}` } } },
    };
  });
}
