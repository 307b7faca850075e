/** The cache that docs/clients.md shows for Apollo Client; the tests use it as it is. */
import { InMemoryCache, type TypePolicies } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import told from '../../../schema/client-cache.json' with { type: 'json' };

/** What has no id is part of the object that holds it: what one query read of it is added to what another one did. */
const parts = Object.fromEntries(told.typesWithoutId.map((name) => [name, { merge: true }]));

/** A list that is shown page by page: one for each filter, order and stage. */
export const pages = relayStylePagination((given) => {
  const { first, after, last, before, ...others } = given ?? {};
  return JSON.stringify(others);
});

/** `lists`: those that are shown page by page, such as `{ Query: { fields: { measures: pages } } }`. */
export const apolloCache = (lists: TypePolicies = {}) =>
  new InMemoryCache({ possibleTypes: told.possibleTypes, typePolicies: { ...parts, ...lists } });
