import { type DocumentNode, parse } from 'graphql';
import type { Description } from '../model/declaration.js';
import { measureParts } from './measure-sections.js';
import { departmentParts, sheetParts } from './organisation-sections.js';
import { policyItemParts } from './policy-item-sections.js';
import type { Line, Section } from './section.js';

/**
 * The types that have dossiers, with their sections in the order in which they stand on the page, part by part. The sections
 * of a part are read by one statement, and the parts at the same time: one statement for all would take seconds to plan.
 */
export const dossierTypes = {
  PolicyItem: policyItemParts,
  Measure: measureParts,
  Department: departmentParts,
  ReformSheet: sheetParts,
} as const satisfies Readonly<Record<string, readonly (readonly Section[])[]>>;

export type DossierType = keyof typeof dossierTypes;

export const isDossierType = (type: string): type is DossierType => Object.hasOwn(dossierTypes, type);

/** A dossier is all that the graph knows of one thing, section by section. */
export interface Dossier {
  readonly id: string;
  readonly type: DossierType;
  readonly title: Description;
  readonly sections: readonly FilledSection[];
}

export interface FilledSection {
  readonly key: string;
  readonly title: Description;
  readonly lines: readonly Line[];
  readonly truncated: boolean;
}

/** One operation for each part: everything that its sections select. Parsed once, so that its plan is kept. */
const documents = new Map(
  Object.entries(dossierTypes).map(([type, parts]) => [
    type,
    parts.map((sections) => {
      const selections = new Set(sections.map(({ selection }) => selection));
      return parse(
        'query Dossier($id: ID!, $stage: PlanStage) { node(id: $id, stage: $stage) { __typename ' +
          `... on ${type} { ${[...selections].join(' ')} } } }`,
      );
    }),
  ]),
);

/** The operations that read what a dossier of that type shows, part by part. */
export const dossierDocuments = (type: DossierType): readonly DocumentNode[] => documents.get(type) ?? [];

/**
 * The last stage that has a thing which is no longer in force, by what its operations answered: only there it still has its
 * links. Null for what is in force, and for what stands outside the planning cycle.
 */
export function lastStageOf(parts: readonly unknown[]): string | null {
  const { effective, stages } = parts[0] as Subject;
  return effective ? null : (stages.at(-1) ?? null);
}

interface Subject {
  readonly effective: boolean;
  readonly stages: readonly string[];
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly code?: string | null;
  readonly number?: string;
}

/** The dossier out of what its operations answered; sections without a line are left out. */
export function dossierOf(type: DossierType, parts: readonly unknown[]): Dossier {
  const { id, name, nameEn, code, number } = parts[0] as Subject;
  const sign = code ?? number;
  const before = sign ? `${sign} ` : '';
  return {
    id,
    type,
    title: { ja: `${before}${name}`, en: `${before}${nameEn ?? name}` },
    sections: dossierTypes[type].flatMap((sections, part) =>
      sections
        .map(({ key, title, read }): FilledSection => ({ key, title, ...read(parts[part]) }))
        .filter(({ lines }) => lines.length > 0),
    ),
  };
}
