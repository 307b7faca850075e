/** Dossiers of measures (施策中項目). */
import { describe } from '../model/declaration.js';
import {
  DossierMeasurePlanDocument,
  DossierMeasureRecordsDocument,
  DossierMeasureSheetsDocument,
} from './graphql/graphql.js';
import { fact, namedLines, nameOf, type Part, part, phrase, same, section } from './section.js';
import {
  goalLines,
  goalsTitle,
  identity,
  indicatorLines,
  linkageLines,
  records,
  sheetLines,
  sheetsTitle,
} from './shared-sections.js';

export const measureParts: readonly Part[] = [
  part('Measure', DossierMeasurePlanDocument, {
    identity,
    plan: section(describe('Place in the plan', '計画での位置'), ({ code, policyItem, sources }) => [
      ...fact(describe('Code', '施策中項目番号'), code, sources),
      ...(policyItem === null
        ? []
        : [
            {
              label: describe('Policy item', '施策大項目'),
              text: phrase(['', ' '], ['', ' '], same(policyItem.code), nameOf(policyItem)),
              id: policyItem.id,
              sources,
            },
          ]),
    ]),
    owners: section(
      describe('Departments', '評価回答部署'),
      ({ departments }) => namedLines(departments, () => describe('Answers for it', '評価回答部署')),
      ({ departments }) => [departments],
    ),
    sdgs: section(
      goalsTitle,
      ({ policyItem }) => goalLines(policyItem?.sdgs),
      ({ policyItem }) => (policyItem ? [policyItem.sdgs] : []),
    ),
  }),
  part('Measure', DossierMeasureSheetsDocument, {
    reformSheets: section(
      sheetsTitle,
      ({ reformSheets }) => sheetLines(reformSheets),
      ({ reformSheets }) => [reformSheets],
    ),
  }),
  part('Measure', DossierMeasureRecordsDocument, {
    indicators: section(describe('Indicators of its policy item', '施策大項目の指標'), ({ policyItem }) =>
      indicatorLines(policyItem?.indicators),
    ),
    linkagePlans: section(
      describe('Linkage plans of its policy item', '施策大項目の政策連携プラン'),
      ({ policyItem }) => (policyItem ? linkageLines(policyItem) : []),
    ),
    ...records,
  }),
];
