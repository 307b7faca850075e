import type { EntityType } from '../../graphql/graphql.js';

/** What searches and changes call a type of named things: `POLICY_ITEM` of `PolicyItem`. */
export const entityType = (type: string) => type.replace(/(?<!^)[A-Z]/g, '_$&').toUpperCase() as EntityType;
