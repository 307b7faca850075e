/** In which respects things can be alike, and by which links. */
import { type Description, describe, type NodeName, type Step } from '../../model/declaration.js';
import { into, out } from '../../model/edges.js';

export const aspects = {
  NAME: describe('Words of their names.', '名称の語'),
  MEASURE: describe('Measures that they implement or answer for.', '施策中項目'),
  SDG: describe('Goals that they touch.', 'SDGs'),
  DEPARTMENT: describe('Departments that answer for them, lead or support them.', '部署'),
  POLICY_ITEM: describe('Policy items that they belong to, reference, measure or work on.', '施策大項目'),
  LINKAGE_PLAN: describe('Linkage plans that reference their policy items.', '政策連携プラン'),
  REFORM_SHEET: describe('Reform sheets that implement them, or that they lead or support.', '実施計画シート'),
  RELATED_PLAN: describe('Plans that they relate to.', '関連計画'),
  POLICY_FIELD: describe('Policy fields that they name in place of a measure.', '分野'),
  PERSPECTIVE: describe('Perspectives of reform that they take.', '改革の視点'),
} as const satisfies Record<string, Description>;

export type Aspect = keyof typeof aspects;

/** What an aspect counts for, beside the others that two types can share. */
export const weights: Readonly<Record<Aspect, number>> = {
  NAME: 0.4,
  MEASURE: 0.14,
  SDG: 0.12,
  DEPARTMENT: 0.12,
  POLICY_ITEM: 0.12,
  LINKAGE_PLAN: 0.02,
  REFORM_SHEET: 0.04,
  RELATED_PLAN: 0.02,
  POLICY_FIELD: 0.01,
  PERSPECTIVE: 0.01,
};

type LinkAspect = Exclude<Aspect, 'NAME'>;

/** A way from a thing to what it can share with others. */
export type Way = readonly [aspect: LinkAspect, ...path: Step[]];

const plans = [into('REFERENCES'), out('INITIATIVE_OF')] as const;

const ways: Readonly<Partial<Record<NodeName, readonly Way[]>>> = {
  PolicyItem: [
    ['SDG', out('TOUCHES')],
    ['DEPARTMENT', into('PART_OF'), out('OWNED_BY')],
    ['LINKAGE_PLAN', ...plans],
    ['REFORM_SHEET', into('PART_OF'), into('IMPLEMENTS')],
    ['RELATED_PLAN', out('RELATES_TO')],
  ],
  Measure: [
    ['SDG', out('PART_OF'), out('TOUCHES')],
    ['DEPARTMENT', out('OWNED_BY')],
    ['POLICY_ITEM', out('PART_OF')],
    ['LINKAGE_PLAN', out('PART_OF'), ...plans],
    ['REFORM_SHEET', into('IMPLEMENTS')],
  ],
  ReformSheet: [
    ['MEASURE', out('IMPLEMENTS')],
    ['SDG', out('IMPLEMENTS'), out('PART_OF'), out('TOUCHES')],
    ['DEPARTMENT', out('LED_BY')],
    ['DEPARTMENT', out('SUPPORTED_BY')],
    ['POLICY_ITEM', out('IMPLEMENTS'), out('PART_OF')],
    ['LINKAGE_PLAN', out('IMPLEMENTS'), out('PART_OF'), ...plans],
    ['POLICY_FIELD', out('CITES_FIELD')],
    ['PERSPECTIVE', out('TAKES_PERSPECTIVE')],
  ],
  Initiative: [
    ['SDG', out('REFERENCES'), out('TOUCHES')],
    ['DEPARTMENT', out('REFERENCES'), into('PART_OF'), out('OWNED_BY')],
    ['POLICY_ITEM', out('REFERENCES')],
    ['LINKAGE_PLAN', out('INITIATIVE_OF')],
  ],
  Indicator: [
    ['SDG', out('INDICATES'), out('TOUCHES')],
    ['SDG', out('INDICATES_MEASURE'), out('PART_OF'), out('TOUCHES')],
    ['SDG', out('INDICATES_PROJECT'), out('PROJECT_TOUCHES')],
    ['DEPARTMENT', out('INDICATES'), into('PART_OF'), out('OWNED_BY')],
    ['DEPARTMENT', out('INDICATES_MEASURE'), out('OWNED_BY')],
    ['DEPARTMENT', out('INDICATES_PROJECT'), out('RUN_BY')],
    ['POLICY_ITEM', out('INDICATES')],
    ['POLICY_ITEM', out('INDICATES_MEASURE'), out('PART_OF')],
    ['POLICY_ITEM', out('INDICATES_PROJECT'), out('PROJECT_OF')],
    ['LINKAGE_PLAN', out('INDICATES_PLAN')],
  ],
  Department: [
    ['MEASURE', into('OWNED_BY')],
    ['SDG', into('OWNED_BY'), out('PART_OF'), out('TOUCHES')],
    ['POLICY_ITEM', into('OWNED_BY'), out('PART_OF')],
    ['REFORM_SHEET', into('LED_BY')],
    ['REFORM_SHEET', into('SUPPORTED_BY')],
  ],
};

/** The ways of the types that can be compared, with one another too. */
export const comparedTypes: ReadonlyMap<string, readonly Way[]> = new Map(Object.entries(ways));

/** The ways to the departments that answer for a thing, not only support it: things of other departments come first. */
export const waysToOwners = (type: string): readonly (readonly Step[])[] =>
  (comparedTypes.get(type) ?? []).flatMap(([aspect, ...path]) =>
    aspect === 'DEPARTMENT' && path.at(-1)?.edge !== 'SUPPORTED_BY' ? [path] : [],
  );
