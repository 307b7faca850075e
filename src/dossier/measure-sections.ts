/** Dossiers of measures (施策中項目). */
import { describe } from '../model/declaration.js';
import { changes } from './changes-section.js';
import {
  fact,
  type Goal,
  goals,
  type Indicator,
  identity,
  indicatorLines,
  indicatorSelection,
  passages,
  type Sheet,
  sheet,
  sheetLines,
  sheetsTitle,
} from './common-sections.js';
import { type HasInitiatives, linkage, linkageLines } from './linkage-lines.js';
import {
  type Linked,
  linked,
  type Named,
  named,
  nameOf,
  phrase,
  type Section,
  type SourceRow,
  same,
  section,
  sources,
} from './section.js';

interface PlaceOfMeasure {
  readonly code: string | null;
  readonly policyItem: (Named & { readonly code: string }) | null;
  readonly sources: readonly SourceRow[];
}

interface ItemOfMeasure {
  readonly policyItem:
    | (HasInitiatives & { readonly sdgs: Linked<Goal>; readonly indicators: Linked<Indicator> })
    | null;
}

export const measureParts: readonly (readonly Section[])[] = [
  [
    identity,
    section<PlaceOfMeasure>({
      key: 'plan',
      title: describe('Place in the plan', '計画での位置'),
      selection: `code ${sources} policyItem { ${named} code }`,
      lines: ({ code, policyItem, sources: read }) => [
        ...fact(describe('Code', '施策中項目番号'), code, read),
        ...(policyItem === null
          ? []
          : [
              {
                label: describe('Policy item', '施策大項目'),
                text: phrase(['', ' '], ['', ' '], same(policyItem.code), nameOf(policyItem)),
                id: policyItem.id,
                sources: read,
              },
            ]),
      ],
    }),
    section<{ readonly departments: Linked<Named> }>({
      key: 'owners',
      title: describe('Departments', '評価回答部署'),
      selection: linked('departments', named),
      lines: (subject) =>
        subject.departments.edges.map(({ node, sources: read }) => ({
          label: describe('Answers for it', '評価回答部署'),
          text: nameOf(node),
          id: node.id,
          sources: read,
        })),
      lists: (subject) => [subject.departments],
    }),
    goals<ItemOfMeasure>(
      (selection) => `policyItem { ${selection} }`,
      ({ policyItem }) => policyItem?.sdgs,
    ),
  ],
  [
    section<{ readonly reformSheets: Linked<Sheet> }>({
      key: 'reformSheets',
      title: sheetsTitle,
      selection: linked('reformSheets', sheet),
      lines: (subject) => subject.reformSheets.edges.flatMap(({ node, sources: read }) => sheetLines(node, read)),
      lists: (subject) => [subject.reformSheets],
    }),
  ],
  [
    section<ItemOfMeasure>({
      key: 'indicators',
      title: describe('Indicators of its policy item', '施策大項目の指標'),
      selection: `policyItem { ${indicatorSelection} }`,
      lines: ({ policyItem }) => indicatorLines(policyItem?.indicators),
    }),
    section<ItemOfMeasure>({
      key: 'linkagePlans',
      title: describe('Linkage plans of its policy item', '施策大項目の政策連携プラン'),
      selection: `policyItem { ${linkage} }`,
      lines: ({ policyItem }) => (policyItem ? linkageLines(policyItem) : []),
    }),
    changes,
    passages,
  ],
];
