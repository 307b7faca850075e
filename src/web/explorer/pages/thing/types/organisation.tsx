import {
  DepartmentCollaboratorsDocument,
  DepartmentFactsDocument,
  DepartmentLedSheetsDocument,
  DepartmentMeasuresDocument,
  DepartmentPolicyItemsDocument,
  DepartmentSdgsDocument,
  DepartmentSupportedSheetsDocument,
  MunicipalityDepartmentsDocument,
  MunicipalityFactsDocument,
  MunicipalityLinkagePlansDocument,
  MunicipalityPolicyFieldsDocument,
  MunicipalityReformFieldsDocument,
  SdgDepartmentsDocument,
  SdgFactsDocument,
  SdgMeasuresDocument,
  SdgPolicyItemsDocument,
  SupportingScopeDepartmentsDocument,
  SupportingScopeFactsDocument,
  SupportingScopeSheetsDocument,
} from '../../../graphql/graphql.js';
import { ThingLink } from '../../../parts/thing-link.js';
import {
  departmentColumns,
  linkagePlanColumns,
  reformFieldColumns,
  reformSheetColumns,
} from '../columns/organisation-columns.js';
import { measureColumns, policyFieldColumns, policyItemColumns, sdgColumns } from '../columns/plan-columns.js';
import '../parts/cells.css';
import { collaboratorColumns } from '../columns/record-columns.js';
import { records, relation, thingType } from '../thing-type.js';

export const municipality = thingType('Municipality', MunicipalityFactsDocument, {
  code: ({ code }) => code,
  facts: ({ key }, { vocabulary }) => [[vocabulary.field('Municipality', 'key'), <code key="key">{key}</code>]],
  relations: [
    relation('policyFields', MunicipalityPolicyFieldsDocument, policyFieldColumns),
    relation('departments', MunicipalityDepartmentsDocument, departmentColumns),
    relation('linkagePlans', MunicipalityLinkagePlansDocument, linkagePlanColumns),
    relation('reformFields', MunicipalityReformFieldsDocument, reformFieldColumns),
  ],
});

export const department = thingType('Department', DepartmentFactsDocument, {
  dossier: true,
  facts: ({ municipality: city, collaborators }, { vocabulary }) => [
    [vocabulary.type('Municipality'), <ThingLink key="municipality" thing={city} />],
    [vocabulary.field('Department', 'collaboratorCount'), collaborators.length],
  ],
  relations: [
    relation('measures', DepartmentMeasuresDocument, measureColumns, 'departments'),
    relation('ledSheets', DepartmentLedSheetsDocument, reformSheetColumns, 'leadDepartments'),
    relation('supportedSheets', DepartmentSupportedSheetsDocument, reformSheetColumns),
    records('collaborators', DepartmentCollaboratorsDocument, collaboratorColumns),
    relation('policyItems', DepartmentPolicyItemsDocument, policyItemColumns),
    relation('sdgs', DepartmentSdgsDocument, sdgColumns),
  ],
});

export const supportingScope = thingType('SupportingScope', SupportingScopeFactsDocument, {
  facts: () => [],
  relations: [
    relation('sheets', SupportingScopeSheetsDocument, reformSheetColumns),
    relation('departments', SupportingScopeDepartmentsDocument, departmentColumns),
  ],
});

export const sdg = thingType('Sdg', SdgFactsDocument, {
  shared: true,
  code: ({ number }) => number,
  facts: ({ color, uri }, { words }) => [
    [
      words.officialColor,
      <span key="color" className="named-goal">
        <span className="named-goal-color" style={{ background: color }} aria-hidden="true" />
        <code>{color}</code>
      </span>,
    ],
    [words.uri, <code key="uri">{uri}</code>],
  ],
  relations: [
    relation('policyItems', SdgPolicyItemsDocument, policyItemColumns, 'sdgs'),
    relation('measures', SdgMeasuresDocument, measureColumns, 'sdgs'),
    relation('departments', SdgDepartmentsDocument, departmentColumns),
  ],
});
