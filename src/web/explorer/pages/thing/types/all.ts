import type { ThingType, TypeName } from '../thing-type.js';
import { indicator, initiative, linkagePlan } from './linkage.js';
import { department, municipality, sdg, supportingScope } from './organisation.js';
import { measure, policyField, policyItem, project, relatedPlan } from './plan.js';
import { reformField, reformPerspective, reformSheet, sourceDocument } from './reform.js';

const types: readonly ThingType[] = [
  municipality,
  policyField,
  policyItem,
  measure,
  relatedPlan,
  project,
  department,
  supportingScope,
  sdg,
  indicator,
  linkagePlan,
  initiative,
  reformField,
  reformPerspective,
  reformSheet,
  sourceDocument,
];

/** How things of a type are shown; undefined for records, which have no name. */
export const typeOf = (name: TypeName): ThingType | undefined => types.find((type) => type.name === name);
