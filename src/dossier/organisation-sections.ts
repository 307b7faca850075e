/** Dossiers of who does it and how: departments (課) and reform sheets (実施計画シート). */
import { describe } from '../model/declaration.js';
import { DossierDepartmentDocument, DossierReformSheetDocument } from './graphql/graphql.js';
import { measuresSection, policyItems, sdgs } from './measures-in-items.js';
import { partnerLines, partnerLists } from './partners.js';
import { about, dossier, fact, listSection, namedLines, nameLine, section } from './section.js';
import { identity, records, sheetLines, yearLines } from './shared-sections.js';

const measures = ['measures', 'supportedMeasures'];
const sheets = ['ledSheets', 'supportedSheets'];

export const departmentDossier = dossier('Department', DossierDepartmentDocument, {
  measures: {
    identity,
    measures: measuresSection(describe('Measures it answers for', '担当する施策中項目')),
    policyItems,
    sdgs,
  },
  partners: {
    partners: about(
      [
        ...measures.flatMap((list) => [`${list}.departments`, `${list}.supportingDepartments`]),
        'responsiblePolicyItems.responsibleDepartments',
        ...sheets.flatMap((list) => [`${list}.leadDepartments`, `${list}.supportingDepartments`]),
      ],
      section(describe('Departments it works with', '連携している部署'), partnerLines, partnerLists),
    ),
  },
  records: {
    ledSheets: listSection(
      describe('Reform sheets it carries out', '実行課となる実施計画シート'),
      ({ ledSheets }) => ledSheets,
      sheetLines,
    ),
    supportedSheets: listSection(
      describe('Reform sheets it supports', '連携課となる実施計画シート'),
      ({ supportedSheets }) => supportedSheets,
      sheetLines,
    ),
    ...records,
  },
});

const supports = describe('Supports it', '連携課');

export const sheetDossier = dossier('ReformSheet', DossierReformSheetDocument, {
  plan: {
    identity,
    sheet: section(describe('The sheet', 'シートの内容'), (sheet) => {
      const { number, field, perspectives, startEra, startFiscalYear, targetEra, targetFiscalYear, sources } = sheet;
      const period = {
        ja: `${startEra ?? startFiscalYear}年度〜${targetEra ?? targetFiscalYear}年度`,
        en: `${startFiscalYear} to ${targetFiscalYear}`,
      };
      return [
        ...fact(describe('Number', 'シート番号'), number, sources),
        nameLine(describe('Reform field', '改革分野'), field, sources),
        ...perspectives.map((perspective) => nameLine(describe('Perspective', '改革の視点'), perspective, sources)),
        { label: describe('Fiscal years', '期間'), text: period, sources },
        ...(sheet.planChanged
          ? [{ label: describe('Plan changed', '計画変更'), text: describe('yes', 'あり'), sources }]
          : []),
      ];
    }),
    departments: about(
      ['leadDepartments', 'supportingDepartments'],
      section(
        describe('Departments', '実行課・連携課'),
        ({ leadDepartments, supportingDepartments, supportingScope: scope, supportOpenEnded, sources }) => [
          ...namedLines(leadDepartments, () => describe('Carries it out', '実行課')),
          ...namedLines(supportingDepartments, () => supports),
          ...(scope === null ? [] : [nameLine(supports, scope, scope.sources)]),
          ...(supportOpenEnded ? [{ label: supports, text: describe('and others', 'など'), sources }] : []),
        ],
        ({ leadDepartments, supportingDepartments }) => [leadDepartments, supportingDepartments],
      ),
    ),
  },
  measures: {
    measures: measuresSection(describe('Measures it carries out', '位置付けられた施策中項目')),
    policyFields: listSection(
      describe('Policy fields it names instead of a measure', '分野'),
      ({ policyFields }) => policyFields,
      (list) => namedLines(list, () => describe('Field', '分野')),
    ),
    policyItems,
    sdgs,
  },
  records: {
    goals: about(
      ['annualGoals', 'evaluations'],
      section(describe('Goals and grades', '達成目標と評価'), (sheet) => yearLines(sheet)),
    ),
    ...records,
  },
});
