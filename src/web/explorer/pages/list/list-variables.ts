import type { PlanStage } from '../../graphql/graphql.js';
import type { View } from '../../site/view.js';
import type { PageType } from '../types/page-type.js';
import { listParameters } from './list-address.js';
import { allOf, type Condition, conditionOf } from './list-filter.js';
import { textCondition } from './text-filter.js';

/** What the operations of a list are sent with. */
export interface ListVariables {
  readonly municipality: string;
  readonly stage: PlanStage | null;
  readonly filter?: Condition;
  readonly asOf?: string;
}

/** What the rows of a list are asked for with. */
export interface RowVariables extends ListVariables {
  readonly orderBy: readonly Condition[] | null;
  readonly sources?: boolean;
}

/** A text that is looked for in a list, as a condition; null where there is none. */
export const textIn = ({ list }: PageType, parameters: URLSearchParams, language: 'ja' | 'en'): Condition | null =>
  textCondition(list?.searched ?? [], parameters.get(listParameters.text) ?? '', language);

/** Whether a text is a day that there is, written 2024-04-01. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** The day for which an address asks a list; null where it names none that there is. */
export function dayIn(parameters: URLSearchParams): string | null {
  const day = parameters.get(listParameters.asOf) ?? '';
  return isDay(day) ? day : null;
}

/** The variables for the filters of an address, less one of them, and for the text that is looked for. */
export function variablesOf(
  { list }: PageType,
  parameters: URLSearchParams,
  { municipality, stage }: Pick<View, 'municipality' | 'stage'>,
  text: Condition | null,
  without?: string,
): ListVariables {
  const filter = allOf([conditionOf(list?.filters ?? [], parameters, municipality.key, without), text]);
  const asOf = list?.dated ? dayIn(parameters) : null;
  return { municipality: municipality.id, stage, ...(filter && { filter }), ...(asOf !== null && { asOf }) };
}
