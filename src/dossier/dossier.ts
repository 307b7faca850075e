import type { DocumentNode } from 'graphql';
import type { Description } from '../model/declaration.js';
import type { Stage } from '../model/enums.js';
import type { IdentityFragment } from './graphql/graphql.js';
import { measureParts } from './measure-sections.js';
import { departmentParts, sheetParts } from './organisation-sections.js';
import { policyItemParts } from './policy-item-sections.js';
import type { Line, Part, Section } from './section.js';

/**
 * The types that have dossiers, with their sections in the order of the page, part by part. The parts are read at the same
 * time, each by one statement: one statement for all of them would take seconds to plan.
 */
export const dossierTypes = {
  PolicyItem: policyItemParts,
  Measure: measureParts,
  Department: departmentParts,
  ReformSheet: sheetParts,
} as const satisfies Readonly<Record<string, readonly Part[]>>;

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

/** The operations that read what a dossier of that type shows, part by part. */
export const dossierDocuments = (type: DossierType): readonly DocumentNode[] =>
  dossierTypes[type].map(({ document }) => document);

/** What the first part of every dossier answers. */
type Subject = IdentityFragment & { readonly code?: string | null; readonly number?: string };

/**
 * The last stage that has a thing which is no longer in force, by what its operations answered: only there it still has its
 * links. Null for what is in force, and for what stands outside the planning cycle.
 */
export function lastStageOf(answers: readonly unknown[]): Stage | null {
  const { effective, stages } = answers[0] as Subject;
  return effective ? null : (stages.at(-1) ?? null);
}

/** The dossier out of what its operations answered; sections without a line are left out. */
export function dossierOf(type: DossierType, answers: readonly unknown[]): Dossier {
  const { id, name, nameEn, code, number } = answers[0] as Subject;
  const sign = code ?? number;
  const before = sign ? `${sign} ` : '';
  const filled = dossierTypes[type].flatMap(({ sections }, index) =>
    Object.entries<Section<unknown>>(sections as never).map(([key, { title, lines, lists }]) => ({
      key,
      title,
      lines: lines(answers[index]),
      truncated: lists(answers[index]).some(({ pageInfo }) => pageInfo.hasNextPage),
    })),
  );
  return {
    id,
    type,
    title: { ja: `${before}${name}`, en: `${before}${nameEn ?? name}` },
    sections: filled.filter(({ lines }) => lines.length > 0),
  };
}
