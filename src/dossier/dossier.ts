import type { NodeName, Step } from '../model/declaration.js';
import type { Stage } from '../model/enums.js';
import { fieldsOf, findNode, nodeNamed } from '../model/model.js';
import { fieldDossier, initiativeDossier, linkagePlanDossier, sdgDossier } from './goal-and-plan-sections.js';
import type { IdentityFragment } from './graphql/graphql.js';
import { measureDossier } from './measure-sections.js';
import { departmentDossier, sheetDossier } from './organisation-sections.js';
import { policyItemDossier } from './policy-item-sections.js';
import type { DossierDeclaration, Section } from './section.js';
import { sourceDocumentDossier } from './source-document-sections.js';

/** The types that have dossiers. */
export const dossierTypes = {
  PolicyItem: policyItemDossier,
  Measure: measureDossier,
  Department: departmentDossier,
  ReformSheet: sheetDossier,
  Sdg: sdgDossier,
  PolicyField: fieldDossier,
  LinkagePlan: linkagePlanDossier,
  Initiative: initiativeDossier,
  SourceDocument: sourceDocumentDossier,
} as const satisfies Readonly<Record<string, DossierDeclaration>>;

export type DossierType = keyof typeof dossierTypes;

export const isDossierType = (type: string): type is DossierType => Object.hasOwn(dossierTypes, type);

/** A dossier is all that the graph knows of one thing, section by section. */
export type Dossier = ReturnType<typeof dossierOf>;
export type FilledSection = Dossier['sections'][number];

/** What the operation of a dossier answers, by its root fields: the same node in each. */
export type DossierParts = Readonly<Record<string, { readonly __typename: string } | null>>;

/** What the first root field of every dossier answers. */
type Subject = IdentityFragment & { readonly code?: string | null; readonly number?: string | number };

const subjectOf = (parts: DossierParts) => Object.values(parts)[0] as unknown as Subject;

/**
 * The last stage that has a thing which is no longer in force, by what its operation answered: only there it still has its
 * links. Null for what is in force, and for what stands outside the planning cycle.
 */
export function lastStageOf(parts: DossierParts): Stage | null {
  const { effective, stages } = subjectOf(parts);
  return effective ? null : (stages.at(-1) ?? null);
}

/** The dossier out of what its operation answered, with its sections that have no line. */
export function dossierOf(type: DossierType, parts: DossierParts) {
  const { id, name, nameEn, code, number } = subjectOf(parts);
  const sign = code ?? number;
  const before = sign ? `${sign} ` : '';
  const declared: DossierDeclaration = dossierTypes[type];
  const filled = Object.entries(declared.parts).flatMap(([part, sections]) => {
    const answer = parts[part] as never;
    return Object.entries<Section<never>>(sections).map(([key, { title, lines, lists, of = [key] }]) => ({
      key,
      title,
      /** Of what its coverage tells: paths of fields of the thing. */
      paths: of.flatMap((path) => stepsOf(type, path.split('.')) ?? []),
      lines: lines(answer),
      truncated: lists(answer).some(({ pageInfo }) => pageInfo.hasNextPage),
    }));
  });
  return {
    id,
    type,
    title: { ja: `${before}${name}`, en: `${before}${nameEn ?? name}` },
    sections: filled,
  };
}

/** The steps along some fields, one after the other; null where a field leads to nothing else. */
export function stepsOf(type: NodeName, [name, ...further]: readonly string[]): readonly (readonly Step[])[] | null {
  const field = fieldsOf(nodeNamed(type))[name ?? ''];
  if (field?.kind !== 'relationship') return null;
  const target = findNode(field.target)?.name;
  if (further.length === 0) return [field.path];
  const rest = target && stepsOf(target, further);
  return rest ? rest.map((path) => [...field.path, ...path]) : null;
}
