/** A resource of linked data with what is stated of it, before it is written in any notation. */
import { prefixes, type Term } from './vocabulary.js';

/** One statement: its term, and a resource by its address, a resource without one, or a literal. */
export type Statement =
  | { readonly term: Term; readonly iri: string }
  | { readonly term: Term; readonly resource: Resource }
  | { readonly term: Term; readonly value: string; readonly language: 'ja' | 'en' }
  | { readonly term: Term; readonly value: string; readonly datatype: Datatype };

type Datatype = 'string' | 'date' | 'integer' | 'decimal' | 'double' | 'boolean' | 'dateTime' | 'gYear';

/** A thing and what is stated of it. */
export interface Resource {
  /** Null is a resource without an address of its own. */
  readonly iri: string | null;
  readonly classes: readonly Term[];
  readonly statements: readonly Statement[];
}

export const resource = (iri: string | null, classes: readonly Term[], statements: readonly Statement[]): Resource => ({
  iri,
  classes,
  statements,
});

/** The address of a term. */
export function expand(term: Term): string {
  const colon = term.indexOf(':');
  return `${prefixes[term.slice(0, colon) as keyof typeof prefixes]}${term.slice(colon + 1)}`;
}

/** What an address cannot hold; other characters, Japanese ones too, stand as they are. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const impossible = /[\u0000-\u0020<>"{}|\\^`%#?[\]\u007f-\u00a0]/g;

/** The address of a thing by its id: a URN, because the service has no address of its own. */
export const iriOf = (id: string): string =>
  `${prefixes.id}${id.replace(impossible, (character) => encodeURIComponent(character))}`;

/** The concept scheme of a stage of a city's plan. */
export const schemeOf = (municipality: string, stage: string): string => iriOf(`${municipality}:plan:${stage}`);

/** A statement about another resource, by its address. */
export const link = (term: Term, iri: string): Statement => ({ term, iri });

/** A statement about a resource without an address. */
export const nested = (term: Term, statements: readonly Statement[], classes: readonly Term[] = []): Statement => ({
  term,
  resource: resource(null, classes, statements),
});

/** A literal in a language. */
export const text = (term: Term, value: string, language: 'ja' | 'en'): Statement => ({ term, value, language });

/** A literal that is no text of a language; `date` says that it is a day. */
export function typed(term: Term, value: unknown, { fraction = false, date = false } = {}): Statement {
  const written = String(value);
  if (typeof value === 'boolean') return { term, value: written, datatype: 'boolean' };
  if (typeof value !== 'number') return { term, value: written, datatype: date ? 'date' : 'string' };
  if (Number.isInteger(value) && !fraction) return { term, value: written, datatype: 'integer' };
  return { term, value: written, datatype: written.includes('e') ? 'double' : 'decimal' };
}
