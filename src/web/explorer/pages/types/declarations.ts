/**
 * Where the pages of a type differ from what the generator makes of the schema (`generate/page-types.ts`). A type without
 * an entry has pages by default: key, name, its own properties, related nodes and numbers of related nodes.
 *
 * Fields are paths: `departments` shows nodes by name, `departments.totalCount` how many there are. What begins with `+`
 * is read for the others (`cells.tsx`) and not shown.
 */
export interface PageDeclaration {
  /** The field before its name in links; null for none. By default what it is looked up by. */
  readonly key?: string | null;
  /** Columns of its list, where it has a page (`hasListPage`). */
  readonly list?: readonly string[];
  /** What its list is narrowed by: name in the address, and the path of the value. */
  readonly filters?: Readonly<Record<string, string | CrossTabFilter | FilterAlong>>;
  /** For counts of its list that no single filter fits: the filter of the list that they open. */
  readonly opens?: Readonly<Record<string, string>>;
  /** For columns of its list that show more than their field: what else of the list goes with them into a file. */
  readonly savedWith?: Readonly<Record<string, readonly string[]>>;
  /** Columns in tables of other pages. */
  readonly row?: readonly string[];
  readonly facts?: readonly string[];
  /**
   * What stands at the top of its page: the few facts for which people open it. They do not come again among the facts, and
   * what is related is shown there in short. By default none, and the facts say it all.
   */
  readonly strip?: readonly string[];
  /** Relationships that have a table, in the order of interest; those with columns left out name them. */
  readonly relations?: readonly (string | readonly [field: string, ...without: string[]])[];
  /** Relationships without a table, as others of the page say the same step by step. */
  readonly withoutTable?: readonly string[];
  readonly dossier?: true;
  readonly compared?: true;
  readonly sideBySide?: true;
}

/** Counted by a cross table, since no facet goes that far: of each two of a list, one has its rows and one its columns. */
export interface CrossTabFilter {
  readonly path: string;
  readonly dimension: string;
}

/** Of several ways to values of one type, any will do. Only addresses name them: other filters offer the values. */
export interface FilterAlong {
  readonly anyOf: readonly [string, ...string[]];
}

/** What kind of document it is, and when and by whom it was published. */
const publication = [
  'documentKindLabel',
  '+documentKindLabelEn',
  'publisher',
  '+publisherEn',
  'fiscalYear',
  'publicationDate',
] as const;

export const declarations: Readonly<Record<string, PageDeclaration>> = {
  Municipality: { key: null, facts: ['key', '+code'] },
  PolicyField: {
    strip: ['policyItems.totalCount', 'measures.totalCount', 'citingSheets.totalCount'],
    dossier: true,
    list: ['number', 'name', 'policyItems.totalCount', 'measures.totalCount', 'citingSheets.totalCount'],
    filters: {},
    row: ['number', 'name', 'vision', 'policyItems.totalCount'],
  },
  PolicyItem: {
    strip: ['field', 'measures.totalCount', 'departments', 'sdgs', 'satisfaction'],
    dossier: true,
    compared: true,
    sideBySide: true,
    list: [
      'code',
      'name',
      'field',
      'sdgs',
      'measures.totalCount',
      'departments',
      'indicators.totalCount',
      'reformSheets.totalCount',
      'linkagePlans',
      'satisfaction',
    ],
    filters: {
      field: 'field',
      sdg: 'sdgs',
      department: 'departments',
      plan: 'linkagePlans',
      relatedPlan: 'relatedPlans',
      mark: { path: 'evaluations.mark', dimension: 'MARK' },
    },
    row: ['code', 'name', 'field', 'measures.totalCount', 'sdgs', 'linkagePlans'],
    facts: ['field', 'responsibleDepartments', 'satisfaction', 'satisfactionQuestion', 'collaborationStages'],
    relations: [
      ['measures', 'sdgs'],
      'indicators',
      'sdgs',
      'departments',
      'reformSheets',
      'linkagePlans',
      ['initiatives', 'policyItems'],
      'matrixPlans',
      'surveyResults',
      'visions',
      'indicatorProposals',
      'projects',
      'evaluations',
      'relatedPlans',
    ],
  },
  Measure: {
    strip: ['policyItem', 'departments', 'sdgs', 'reformSheets'],
    dossier: true,
    compared: true,
    list: ['code', '+nameOnly', 'name', 'policyItem', 'departments', 'sdgs', 'reformSheets', 'changes'],
    filters: {
      sdg: 'sdgs',
      department: 'departments',
      field: { path: 'policyItem.field', dimension: 'POLICY_FIELD' },
      item: 'policyItem',
      plan: 'linkagePlans',
      grade: { path: 'reformSheets.evaluations.grade', dimension: 'GRADE' },
      mark: { path: 'evaluations.mark', dimension: 'MARK' },
    },
    row: ['code', 'name', 'policyItem', 'departments', 'sdgs', 'reformSheets', 'changes'],
    facts: ['policyItem', 'policyItem.field', 'nameOnly'],
    relations: [
      'departments',
      'supportingDepartments',
      ['reformSheets', 'measures'],
      'indicators',
      'evaluations',
      'sdgs',
      'ownSdgs',
      'linkagePlans',
    ],
  },
  Department: {
    strip: [
      'measures.totalCount',
      'ledSheets',
      'supportedSheets.totalCount',
      'collaborators',
      '+collaboratorCount',
      'sdgs',
    ],
    dossier: true,
    list: [
      'name',
      'measures.totalCount',
      'ledSheets.totalCount',
      'supportedSheets.totalCount',
      'policyItems',
      'sdgs',
      'collaboratorCount',
    ],
    filters: { sdg: 'sdgs', item: 'policyItems' },
    opens: { ledSheets: 'department', supportedSheets: 'supporting' },
    row: ['name', 'validFrom', 'validTo', 'measures.totalCount', 'ledSheets.totalCount', 'supportedSheets.totalCount'],
    facts: ['nameKana', 'parent', 'validFrom', 'validTo', 'formation', 'ending', 'municipality'],
    // Of most it is the department alone; predecessors and successors lead on.
    withoutTable: ['lineage'],
    relations: [
      ['measures', 'departments'],
      ['ledSheets', 'leadDepartments'],
      'supportedSheets',
      'evaluations',
      'predecessors',
      'successors',
      'units',
      'supportedMeasures',
      'responsiblePolicyItems',
      'projects',
      'collaborators',
      'policyItems',
      'sdgs',
    ],
  },
  Collaboration: { row: ['partner', 'weight', 'measureCount', 'sheetCount', 'shared'] },
  SupportingScope: {
    strip: ['sheets.totalCount', 'departments.totalCount'],
    relations: ['sheets', 'departments'],
  },
  Sdg: {
    strip: ['policyItems.totalCount', 'measures.totalCount', 'departments.totalCount'],
    dossier: true,
    list: ['number', '+color', 'name', 'policyItems', 'measures.totalCount', 'departments.totalCount'],
    filters: {},
    row: ['name', '+color'],
    relations: [['policyItems', 'sdgs'], ['measures', 'sdgs'], 'departments'],
  },
  Indicator: {
    strip: ['baseline', 'target', 'direction', 'progress', 'policyItem', 'measure', 'project', 'linkagePlan'],
    list: ['name', 'policyItem', '+measure', '+project', 'linkagePlan', 'roles', 'baseline', 'target', 'direction'],
    savedWith: { policyItem: ['measure', 'project'] },
    filters: {
      item: 'policyItem',
      measure: 'measure',
      project: 'project',
      plan: 'linkagePlan',
      direction: 'direction',
      within: { anyOf: ['policyItem', 'measure.policyItem', 'project.policyItem'] },
    },
    row: ['name', 'roles', 'baseline', 'target', 'direction', 'progress'],
    facts: [
      'roles',
      'policyItem',
      'measure',
      'project',
      'linkagePlan',
      'definition',
      'unit',
      '+baseline',
      '+target',
      '+progress',
    ],
  },
  Observation: {
    row: ['fiscalYear', 'planned', 'actual'],
    facts: ['fiscalYear', 'planned', 'actual', 'indicator'],
  },
  IndicatorProposal: {
    row: ['number', 'currentName', 'draftName', 'assessment', 'treatment', 'roles', 'remark', 'indicators'],
    facts: ['number', 'treatment', 'assessment', 'currentName', 'draftName', 'remark', 'policyItem'],
  },
  Vision: { row: ['number', 'change', 'stages'], facts: ['number', 'change', 'policyItem', 'textNote', '+textNoteEn'] },
  SurveyResult: {
    row: ['year', 'question', 'satisfaction', 'satisfactionRank', 'importance', 'importanceRank', '+rankOf'],
  },
  RelatedPlan: {
    strip: ['period', 'policyItems'],
    list: ['name', 'period', 'policyItems'],
    filters: { item: 'policyItems' },
    row: ['name', 'period'],
  },
  Project: {
    strip: ['policyItem'],
    list: ['policyItem', 'number', 'code', 'name', 'departments', 'expenditureFunction', 'changes'],
    filters: {
      item: 'policyItem',
      measure: 'measure',
      department: 'departments',
      sdg: 'sdgs',
      title: 'expenditureFunction',
      mark: { path: 'evaluations.mark', dimension: 'MARK' },
    },
    row: ['number', 'name'],
    facts: ['policyItem', '+number', 'code', 'measure', 'expenditureFunction'],
    relations: ['costs', 'indicators', 'evaluations', 'departments', 'sdgs'],
  },
  Cost: { row: ['fiscalYear', 'budget', 'settled'], facts: ['fiscalYear', 'budget', 'settled', 'project'] },
  LinkagePlan: {
    strip: ['initiatives.totalCount', 'policyItems.totalCount', 'indicators.totalCount', 'departments.totalCount'],
    dossier: true,
    list: ['number', 'name', 'initiatives', 'policyItems', 'indicators.totalCount', 'departments.totalCount'],
    filters: { item: 'policyItems', department: 'departments' },
    row: ['number', 'name', 'subtitle', 'initiatives.totalCount'],
    facts: ['subtitle'],
    relations: ['initiatives', 'indicators', 'policyItems', 'matrixItems', 'departments'],
  },
  Initiative: {
    strip: ['linkagePlan', 'policyItems'],
    dossier: true,
    compared: true,
    key: 'number',
    list: ['linkagePlan', 'number', 'name', 'policyItems'],
    filters: { plan: 'linkagePlan', item: 'policyItems' },
    row: ['number', 'name', 'linkagePlan', 'policyItems'],
  },
  ReformField: { strip: ['sheets.totalCount'], row: ['number', 'name', 'sheets.totalCount'] },
  ReformSheet: {
    strip: ['evaluations', 'leadDepartments', 'measures', 'startFiscalYear', '+targetFiscalYear', 'field'],
    dossier: true,
    compared: true,
    list: [
      'number',
      'name',
      'field',
      'perspectives',
      'leadDepartments',
      'supportingDepartments',
      '+supportingScope',
      'measures',
      'evaluations',
      'planChanged',
      'targetFiscalYear',
    ],
    savedWith: { supportingDepartments: ['supportingScope'] },
    filters: {
      reformField: { path: 'field', dimension: 'REFORM_FIELD' },
      grade: { path: 'evaluations.grade', dimension: 'GRADE' },
      perspective: 'perspectives',
      department: 'leadDepartments',
      supporting: 'supportingDepartments',
      sdg: 'sdgs',
      item: 'policyItems',
      planChanged: 'planChanged',
    },
    row: ['number', 'name', 'evaluations', 'leadDepartments', 'measures', 'startFiscalYear', '+targetFiscalYear'],
    facts: [
      'field',
      'perspectives',
      'startFiscalYear',
      '+targetFiscalYear',
      'planChanged',
      '+planChangeFiscalYears',
      'supportingScope',
      'supportOpenEnded',
      'page',
      '+evaluations',
    ],
    relations: [
      ['measures', 'reformSheets'],
      'leadDepartments',
      'supportingDepartments',
      'policyFields',
      'policyItems',
      'sdgs',
    ],
  },
  Evaluation: {
    row: ['fiscalYear', 'sheet', 'policyItem', 'measure', 'project', 'stepName', 'mark', 'directionName', 'comment'],
    facts: [
      'fiscalYear',
      'stepName',
      'mark',
      'directionName',
      'comment',
      'sheet',
      'policyItem',
      'measure',
      'project',
      'departments',
    ],
  },
  ScaleLevel: { row: ['stepName', 'mark', 'meaning', 'rank'], facts: ['stepName', 'mark', 'meaning', 'rank'] },
  AnnualGoal: { facts: ['fiscalYear', 'text', 'sheet'] },
  Change: {
    facts: [
      'kind',
      'basis',
      'fieldLabel',
      '+fieldLabelEn',
      'before',
      'after',
      'fromStage',
      'toStage',
      'note',
      'subject',
      'pointsTo',
    ],
  },
  SourceDocument: {
    strip: [...publication, 'citedBy.totalCount'],
    dossier: true,
    list: ['name', ...publication, 'lineCount', 'citedBy.totalCount'],
    filters: {},
    facts: [
      'title',
      ...publication,
      'url',
      'lineCount',
      'citedBy.totalCount',
      'fileDate',
      'checksum',
      '+textIncluded',
      '+textNote',
      '+textNoteEn',
    ],
  },
  ExtractionIssue: {
    row: ['severity', 'message', '+messageJa', 'expected', 'actual', 'firstLine'],
    facts: ['rule', 'severity', 'message', '+messageJa', 'expected', 'actual', 'document'],
  },
};

/** The lists in the order in which they are offered; others follow as the model has them. */
export const listOrder = [
  'policyFields',
  'policyItems',
  'measures',
  'departments',
  'sdgs',
  'indicators',
  'reformSheets',
  'linkagePlans',
  'initiatives',
  'relatedPlans',
  'projects',
  'sourceDocuments',
];

/** The lists that the overview counts. */
export const countedLists = [
  'sourceDocuments',
  'policyFields',
  'policyItems',
  'measures',
  'departments',
  'indicators',
  'reformSheets',
  'linkagePlans',
];
