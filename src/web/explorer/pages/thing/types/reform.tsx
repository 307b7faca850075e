import {
  ReformFieldFactsDocument,
  ReformFieldSheetsDocument,
  ReformPerspectiveFactsDocument,
  ReformPerspectiveSheetsDocument,
  ReformSheetFactsDocument,
  ReformSheetLeadDepartmentsDocument,
  ReformSheetMeasuresDocument,
  ReformSheetPolicyFieldsDocument,
  ReformSheetPolicyItemsDocument,
  ReformSheetSdgsDocument,
  ReformSheetSupportingDepartmentsDocument,
  SourceDocumentFactsDocument,
  SourceDocumentIssuesDocument,
} from '../../../graphql/graphql.js';
import { ThingLink } from '../../../parts/thing-link.js';
import { departmentColumns, reformSheetColumns } from '../columns/organisation-columns.js';
import { measureColumns, policyFieldColumns, policyItemColumns, sdgColumns } from '../columns/plan-columns.js';
import { issueColumns } from '../columns/record-columns.js';
import { ThingLinks } from '../parts/cells.js';
import { GoalsSection } from '../parts/goals-section.js';
import { records, relation, thingType } from '../thing-type.js';

export const reformSheet = thingType('ReformSheet', ReformSheetFactsDocument, {
  compared: true,
  dossier: true,
  code: ({ number }) => number,
  facts: (sheet, { vocabulary, words }) => [
    [
      vocabulary.field('ReformSheet', 'field'),
      <ThingLink key="field" thing={{ ...sheet.field, code: String(sheet.field.number) }} />,
    ],
    [vocabulary.field('ReformSheet', 'perspectives'), <ThingLinks key="perspectives" things={sheet.perspectives} />],
    [vocabulary.field('ReformSheet', 'startFiscalYear'), words.fiscalYear(sheet.startEra, sheet.startFiscalYear)],
    [vocabulary.field('ReformSheet', 'targetFiscalYear'), words.fiscalYear(sheet.targetEra, sheet.targetFiscalYear)],
    [
      vocabulary.field('ReformSheet', 'planChanged'),
      [
        sheet.planChanged ? words.yes : words.no,
        ...sheet.planChangeFiscalYears.map((year) => words.fiscalYear(null, year)),
      ].join(' / '),
    ],
    [
      vocabulary.field('ReformSheet', 'supportingScope'),
      sheet.supportingScope && <ThingLink key="scope" thing={sheet.supportingScope} />,
    ],
    [vocabulary.field('ReformSheet', 'supportingDepartments'), sheet.supportOpenEnded && words.openEnded],
    [vocabulary.field('ReformSheet', 'page'), sheet.page],
  ],
  Sections: GoalsSection,
  relations: [
    relation('measures', ReformSheetMeasuresDocument, measureColumns, 'reformSheets'),
    relation('leadDepartments', ReformSheetLeadDepartmentsDocument, departmentColumns),
    relation('supportingDepartments', ReformSheetSupportingDepartmentsDocument, departmentColumns),
    relation('policyFields', ReformSheetPolicyFieldsDocument, policyFieldColumns),
    relation('policyItems', ReformSheetPolicyItemsDocument, policyItemColumns),
    relation('sdgs', ReformSheetSdgsDocument, sdgColumns),
  ],
});

export const reformField = thingType('ReformField', ReformFieldFactsDocument, {
  code: ({ number }) => number,
  facts: ({ municipality }, { vocabulary }) => [
    [vocabulary.type('Municipality'), <ThingLink key="municipality" thing={municipality} />],
  ],
  relations: [relation('sheets', ReformFieldSheetsDocument, reformSheetColumns)],
});

export const reformPerspective = thingType('ReformPerspective', ReformPerspectiveFactsDocument, {
  facts: () => [],
  relations: [relation('sheets', ReformPerspectiveSheetsDocument, reformSheetColumns)],
});

export const sourceDocument = thingType('SourceDocument', SourceDocumentFactsDocument, {
  facts: ({ documentKind, lineCount, checksum }, { vocabulary }) => [
    [vocabulary.field('SourceDocument', 'documentKind'), <code key="kind">{documentKind}</code>],
    [vocabulary.field('SourceDocument', 'lineCount'), lineCount],
    [vocabulary.field('SourceDocument', 'checksum'), <code key="checksum">{checksum}</code>],
  ],
  relations: [records('issues', SourceDocumentIssuesDocument, issueColumns)],
});
