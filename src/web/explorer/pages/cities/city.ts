import type { MunicipalitiesQuery } from '../../graphql/graphql.js';

export type City = MunicipalitiesQuery['municipalities']['nodes'][number];

export const keyOf = ({ key }: City) => key;
