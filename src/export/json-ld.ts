import type { Resource, Statement } from './resource.js';
import { prefixes } from './vocabulary.js';

/** Resources in JSON-LD: one document, with a resource a line. */
export async function* jsonLd(resources: AsyncIterable<Resource>): AsyncIterable<string> {
  yield `{"@context":${JSON.stringify(prefixes)},\n"@graph":[\n`;
  let separator = '';
  for await (const resource of resources) {
    yield `${separator}${JSON.stringify(objectOf(resource))}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}

function objectOf({ iri, classes, statements }: Resource): object {
  const values = new Map<string, unknown[]>();
  for (const statement of statements)
    values.set(statement.term, [...(values.get(statement.term) ?? []), written(statement)]);
  return {
    ...(iri === null ? {} : { '@id': iri }),
    ...(classes.length > 0 ? { '@type': classes } : {}),
    ...Object.fromEntries([...values].map(([term, found]) => [term, found.length === 1 ? found[0] : found])),
  };
}

function written(statement: Statement): unknown {
  if ('resource' in statement) return objectOf(statement.resource);
  if ('iri' in statement) return { '@id': statement.iri };
  const { value } = statement;
  if ('language' in statement) return { '@value': value, '@language': statement.language };
  return statement.datatype === 'string' ? value : { '@value': value, '@type': `xsd:${statement.datatype}` };
}
