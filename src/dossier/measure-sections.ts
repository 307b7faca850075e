/** Dossiers of measures (施策中項目). */
import { describe } from '../model/declaration.js';
import { DossierMeasureDocument } from './graphql/graphql.js';
import { about, dossier, fact, listSection, namedLines, nameLine, section } from './section.js';
import {
  goalLines,
  goalsByItemsTitle,
  identity,
  indicatorLines,
  linkagePlans,
  records,
  sheetLines,
  sheetsTitle,
} from './shared-sections.js';

export const measureDossier = dossier('Measure', DossierMeasureDocument, {
  plan: {
    identity,
    plan: section(describe('Place in the plan', '計画での位置'), ({ code, policyItem: item, sources }) => [
      ...fact(describe('Code', '施策中項目番号'), code, sources),
      ...(item === null ? [] : [nameLine(describe('Policy item', '施策大項目'), item, sources, item.code)]),
    ]),
    owners: about(
      ['departments'],
      listSection(
        describe('Departments', '評価回答部署'),
        ({ departments }) => departments,
        (list) => namedLines(list, () => describe('Answers for it', '評価回答部署')),
      ),
    ),
    sdgs: listSection(goalsByItemsTitle, ({ policyItem }) => policyItem?.sdgs, goalLines),
  },
  sheets: {
    reformSheets: listSection(sheetsTitle, ({ reformSheets }) => reformSheets, sheetLines),
  },
  records: {
    ownIndicators: about(
      ['indicators'],
      listSection(describe('Its own indicators', '指標'), ({ indicators }) => indicators, indicatorLines),
    ),
    indicators: about(
      ['policyItem.indicators'],
      listSection(
        describe('Indicators of its policy item', '施策大項目の指標'),
        ({ policyItem }) => policyItem?.indicators,
        indicatorLines,
      ),
    ),
    linkagePlans: about(
      ['policyItem.initiatives', 'policyItem.matrixPlans'],
      linkagePlans(
        describe('Linkage plans of its policy item', '施策大項目の政策連携プラン'),
        ({ policyItem }) => policyItem,
      ),
    ),
    ...records,
  },
});
