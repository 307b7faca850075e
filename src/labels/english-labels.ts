/**
 * English words for types, fields and values whose names alone do not say to a reader what they are; all others are their
 * names in words. By type or enumeration, then by field or value.
 */
export const englishLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  PlanStage: { CURRENT: 'Current plan', DRAFT: 'Draft', ADOPTED: 'Adopted plan' },
  GapKind: {
    ITEM_WITHOUT_LINKAGE_PLAN: 'Policy items in no linkage plan',
    MEASURE_WITHOUT_OWNER: 'Measures without a responsible department',
    MEASURE_WITHOUT_SHEET: 'Measures without a reform sheet',
    SDG_UNTOUCHED: 'SDGs without a policy item',
    SHEET_WITHOUT_GRADE: 'Reform sheets without a year-end grade',
    GOAL_YEAR_EMPTY: 'Reform sheets with a year without a goal',
    INDICATOR_WITHOUT_BASELINE: 'Indicators without a baseline',
    NAME_ONLY: 'Measures known by name only',
    DEPARTMENTS_APART: 'Departments on the same topic that share no work',
  },
  ExpenditureFunction: {
    SANITATION: 'Health and sanitation',
    AGRICULTURE_FORESTRY_AND_FISHERIES: 'Agriculture, forestry and fisheries',
    OTHER: 'Other expenditures',
    RESERVE: 'Reserves',
  },
  IndicatorProgress: {
    latest: 'Latest actual value',
    latestYear: 'Latest actual year',
    latestEra: 'Latest actual era',
  },
  GoalCourse: {
    TOWARDS: 'Moves towards the goal',
    AGAINST: 'Moves backwards in some year',
    LEVEL: 'The same every year',
  },
  SearchMatch: {
    PHRASE: 'Part of the name',
    WORDS: 'All words',
    READING: 'By its reading',
    SYNONYM: 'Same meaning',
    NAMED: 'The query contains the name',
    ALIKE: 'Similar',
    SLIP: 'Typo',
  },
  SearchField: {
    STAGE_NAME: 'Name at another stage',
    PRINTED_NAME: 'Wording in a document',
    LINKED_NAME: 'Linked with',
  },
  Department: {
    ledSheets: 'Sheets it leads',
    supportedSheets: 'Sheets it supports',
    validFrom: 'From',
    validTo: 'Until',
    formation: 'How it came about',
    ending: 'What became of it',
    ancestors: 'All above it',
    descendants: 'All below it',
    responsiblePolicyItems: 'Policy items it answers for',
    supportedMeasures: 'Measures it supports',
  },
  SourceDocument: {
    citedBy: 'Facts read from it',
    url: 'Published at',
    publicationDate: 'Published',
    fileDate: 'File saved on',
  },
  Vision: { textNote: 'Why its words are not here' },
  Collaboration: { weight: 'Shared in total' },
  PolicyItem: { matrixPlans: 'Linkage plans in the matrix of the draft' },
  LinkagePlan: { matrixItems: 'Policy items in the matrix of the draft' },
  PolicyField: { citingSheets: 'Sheets that name this field' },
  Municipality: { key: 'Prefix of ids' },
  Cost: { budget: 'Budget (yen)', settled: 'Settled amount (yen)' },
  Project: { expenditureFunction: 'Title of the budget' },
};
