/** The terms of the linked data, described as linked data: what each class and property stands for, and a query that uses it. */
import type { Description } from '../model/declaration.js';
import { edges, inWords, nodes, propertiesOf, valuesOf } from '../model/model.js';
import { expand, link, type Resource, resource, text } from './resource.js';
import { turtle } from './turtle.js';
import {
  classesOf,
  edgeInWords,
  furtherClasses,
  furtherProperties,
  linkOf,
  prefixes,
  type Term,
  termOf,
  vocabularyAddress,
} from './vocabulary.js';

/** What a term stands for in the model: several types, properties or edges where they share it. */
interface Use {
  readonly label: Description;
  readonly comment: Description;
}

type Uses = Map<Term, Use[]>;

function add(uses: Uses, term: Term, use: Use): void {
  const known = uses.get(term) ?? [];
  if (!known.some(({ comment }) => comment.ja === use.comment.ja && comment.en === use.comment.en))
    uses.set(term, [...known, use]);
}

/** `fiscalYear` as "fiscal year". */
const words = (name: string) => name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
const uncoded = ([term]: readonly [string, unknown]) => words(term.slice(term.indexOf(':') + 1));

function classUses(): Uses {
  const uses: Uses = new Map();
  for (const { name, description } of nodes)
    for (const term of classesOf(name))
      add(uses, term, { label: { ja: description.ja, en: inWords(name) }, comment: description });
  for (const entry of Object.entries(furtherClasses))
    add(uses, entry[0] as Term, { label: { ja: entry[1].ja, en: uncoded(entry) }, comment: entry[1] });
  return uses;
}

function propertyUses(): Uses {
  const uses: Uses = new Map();
  const named = (name: string, description: Description) => ({
    label: { ja: description.ja, en: words(name) },
    comment: description,
  });
  for (const node of nodes) {
    const concept = classesOf(node.name).includes('skos:Concept');
    for (const [name, { internal, derived, description }] of propertiesOf(node))
      if (!internal && !derived && !['id', 'stages', 'uri'].includes(name))
        add(uses, termOf(name, concept), named(name, description));
    for (const [name, { description, type }] of valuesOf(node)) {
      add(uses, `pg:${name}`, named(name, description));
      for (const [part, declared] of Object.entries(type.properties))
        add(uses, termOf(part, false), named(part, declared.description));
    }
  }
  for (const { type, description } of edges)
    add(uses, linkOf(type), { label: { ja: description.ja, en: edgeInWords(type) }, comment: description });
  for (const entry of Object.entries(furtherProperties))
    add(uses, entry[0] as Term, { label: { ja: entry[1].ja, en: uncoded(entry) }, comment: entry[1] });
  return uses;
}

const prefixOf = (term: Term) => term.slice(0, term.indexOf(':')) as keyof typeof prefixes;

/** A query in SPARQL, with the prefixes that it needs. */
function query(pattern: string, ...terms: readonly Term[]): string {
  const needed = [...new Set(terms.map(prefixOf))].map((prefix) => `PREFIX ${prefix}: <${prefixes[prefix]}>\n`);
  return `${needed.join('')}SELECT * WHERE { ${pattern} } LIMIT 10`;
}

const exampleOfClass = (term: Term) =>
  query(
    `?thing a ${term} . OPTIONAL { ?thing skos:prefLabel|rdfs:label ?name . FILTER(LANG(?name) = "ja") }`,
    term,
    'skos:prefLabel',
    'rdfs:label',
  );
const exampleOfProperty = (term: Term) => query(`?subject ${term} ?value`, term);

/** A term with all that it stands for. Its English label is the first; a term of others keeps its own name. */
function termResource(kind: Term, term: Term, uses: readonly Use[], example: string): Resource {
  const own = term.startsWith('pg:');
  const labels = uses
    .slice(0, own ? 1 : 0)
    .flatMap(({ label }) => [text('rdfs:label', label.ja, 'ja'), text('rdfs:label', label.en, 'en')]);
  const comments = uses.flatMap(({ comment }) => [
    text('rdfs:comment', comment.ja, 'ja'),
    text('rdfs:comment', comment.en, 'en'),
  ]);
  return resource(
    expand(term),
    [kind],
    [
      ...labels,
      ...comments,
      ...(own ? [link('rdfs:isDefinedBy', vocabularyAddress)] : []),
      { term: 'skos:example', value: example, datatype: 'string' },
    ],
  );
}

/** The vocabulary and all its terms; which of several terms is the more general is left to their own vocabularies. */
function* describedVocabulary(): Iterable<Resource> {
  yield resource(
    vocabularyAddress,
    ['owl:Ontology'],
    [text('rdfs:label', '計画文書のグラフの語彙', 'ja'), text('rdfs:label', 'Vocabulary of the graph of plans', 'en')],
  );
  for (const [term, uses] of classUses()) yield termResource('rdfs:Class', term, uses, exampleOfClass(term));
  for (const [term, uses] of propertyUses()) yield termResource('rdf:Property', term, uses, exampleOfProperty(term));
}

let written: Promise<string> | undefined;

/** The description in Turtle; it is the same until the program is another one. */
export function vocabularyText(): Promise<string> {
  written ??= (async () => {
    let all = '';
    for await (const piece of turtle(
      (async function* () {
        yield* describedVocabulary();
      })(),
    ))
      all += piece;
    return all;
  })();
  return written;
}
