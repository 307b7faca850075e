import { DataFactory, type Quad, Writer } from 'n3';
import { expand, type Resource, type Statement } from './resource.js';
import { prefixes } from './vocabulary.js';

const { blankNode, literal, namedNode } = DataFactory;
const type = namedNode(`${prefixes.rdf}type`);

/** Resources in Turtle. */
export async function* turtle(resources: AsyncIterable<Resource>): AsyncIterable<string> {
  let piece = '';
  const sink = {
    write: (chunk: string, _encoding?: unknown, done?: () => void) => {
      piece += chunk;
      done?.();
      return true;
    },
    end: (done?: () => void) => done?.(),
  };
  const writer = new Writer(sink as never, { prefixes: { ...prefixes } });
  let nameless = 0;
  for await (const resource of resources) {
    const subject = resource.iri === null ? blankNode(`b${++nameless}`) : namedNode(resource.iri);
    for (const { predicate, object } of pairsOf(resource, writer)) writer.addQuad(subject, predicate, object);
    yield piece;
    piece = '';
  }
  await new Promise<void>((resolve, reject) => writer.end((error) => (error ? reject(error) : resolve())));
  yield piece;
}

type Pair = Pick<Quad, 'predicate' | 'object'>;

/** What is stated of a resource; one without an address stands in brackets where it is spoken of. */
const pairsOf = ({ classes, statements }: Resource, writer: Writer): Pair[] => [
  ...classes.map((term) => ({ predicate: type, object: namedNode(expand(term)) })),
  ...statements.map((statement) => ({
    predicate: namedNode(expand(statement.term)),
    object: 'resource' in statement ? writer.blank(pairsOf(statement.resource, writer)) : objectOf(statement),
  })),
];

function objectOf(statement: Exclude<Statement, { resource: Resource }>): Quad['object'] {
  if ('iri' in statement) return namedNode(statement.iri);
  return 'language' in statement
    ? literal(statement.value, statement.language)
    : literal(statement.value, namedNode(`${prefixes.xsd}${statement.datatype}`));
}
