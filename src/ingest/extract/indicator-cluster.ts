import { type Stage, stages } from '../../model/enums.js';
import type { AdoptedIndicator } from '../documents/adopted-plan/record.js';
import type { Lines } from '../documents/document.js';
import { nameKey } from '../documents/text.js';

/** One indicator under the names that the stages give it. */
export interface Cluster {
  readonly names: Partial<Record<Stage, string>>;
  readonly roles: Partial<Record<Stage, readonly string[]>>;
  readonly numbers: Partial<Record<Stage, number>>;
  readonly lines: Partial<Record<Stage, Lines>>;
  adopted: AdoptedIndicator | null;
}

export const emptyCluster = (): Cluster => ({ names: {}, roles: {}, numbers: {}, lines: {}, adopted: null });

/** Notes what a stage says of the indicator; hands the cluster back. */
export function put(
  entry: Cluster,
  stage: Stage,
  stated: { readonly name: string; readonly roles: readonly string[]; readonly number: number; readonly lines: Lines },
): Cluster {
  entry.names[stage] = stated.name;
  entry.roles[stage] = stated.roles;
  entry.numbers[stage] = stated.number;
  entry.lines[stage] = stated.lines;
  return entry;
}

/** The name by the latest stage that gives one. */
export const latestName = ({ names }: Cluster): string | undefined =>
  stages
    .map((stage) => names[stage])
    .filter((name) => name !== undefined)
    .at(-1);

/** Names that differ only in a closing remark in brackets, such as (年間) or (普通会計), name the same indicator. */
export const looseKey = (name: string): string => nameKey(name.normalize('NFKC').replace(/\([^()]*\)$/, ''));
