/** The exchange that docs/clients.md shows for urql; the tests use it as it is. */
import { type CacheExchangeOpts, cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { buildSchema, introspectionFromSchema } from 'graphql';
import told from '../../../schema/client-cache.json' with { type: 'json' };

/** What has no id is part of the object that holds it. */
const keys = Object.fromEntries(told.typesWithoutId.map((name) => [name, () => null]));

/** A list that is shown page by page. */
export const pages = relayPagination();

/** `sdl` is the text of schema.graphql; `lists` those that are shown page by page: `{ Query: { measures: pages } }`. */
export const graphcache = (sdl: string, lists: NonNullable<CacheExchangeOpts['resolvers']> = {}) =>
  cacheExchange({ schema: introspectionFromSchema(buildSchema(sdl)), keys, resolvers: lists });
