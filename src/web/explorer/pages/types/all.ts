import { TypedDocumentString } from '../../graphql/graphql.js';
import { pageOperations, pageTypes } from '../../graphql/pages.js';
import type { PageType } from './page-type.js';

export { pageTypes };

/** What the pages show of a type; undefined for what is no node, such as a document that is not there. */
export const pageType = (name: string): PageType | undefined => pageTypes.find((type) => type.name === name);

/** A generated operation by its name; what it answers is for its declaration to say. */
export function pageOperation<Answer, Variables>(name: string): TypedDocumentString<Answer, Variables> {
  const text = pageOperations[name];
  if (text === undefined) throw new Error(`expected the name of a generated operation, but got: ${name}`);
  return new TypedDocumentString<Answer, Variables>(text);
}
