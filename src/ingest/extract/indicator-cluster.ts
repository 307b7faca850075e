import { type Stage, stages } from '../../model/enums.js';
import type { AdoptedIndicator } from '../documents/adopted-plan/record.js';
import type { Located } from '../documents/document.js';
import { nameKey } from '../documents/text.js';

/** What one stage says of an indicator. */
interface StatedIndicator extends Located {
  readonly name: string;
  readonly roles: readonly string[];
  readonly number: number;
}

/** One indicator under the names that the stages give it. */
export interface Cluster extends Partial<Record<Stage, StatedIndicator>> {
  /** Its row in the adopted plan. */
  adopted?: AdoptedIndicator;
}

/** The name by the latest stage that gives one. */
export const latestName = (cluster: Cluster): string =>
  stages.reduce((latest, stage) => cluster[stage]?.name ?? latest, '');

/** Names that differ only in a closing remark in brackets, such as (年間) or (普通会計), name the same indicator. */
export const looseKey = (name: string): string => nameKey(name.normalize('NFKC').replace(/\([^()]*\)$/, ''));
