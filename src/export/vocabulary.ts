/**
 * The one mapping between the model and the vocabularies of linked data: which classes a node type has, and which term
 * stands for a property and for an edge. What no vocabulary has a term for is named as the model names it.
 */
import { type Description, describe, type EdgeName, type NodeName } from '../model/declaration.js';

/** Prefixes of everything below. `pg` holds what no vocabulary has a term for; `id` the things themselves. */
export const prefixes = {
  id: 'urn:policy-graph:',
  pg: 'urn:policy-graph:terms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  org: 'http://www.w3.org/ns/org#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  qb: 'http://purl.org/linked-data/cube#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'http://schema.org/',
  sdgo: 'http://metadata.un.org/sdg/ontology#',
  'sdmx-dimension': 'http://purl.org/linked-data/sdmx/2009/dimension#',
  'sdmx-measure': 'http://purl.org/linked-data/sdmx/2009/measure#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** A term by prefix and name: `skos:Concept`. */
export type Term = `${keyof typeof prefixes}:${string}`;

/** The area of a local government in the statistics of Japan, by the first five digits of its code. */
export const areaOf = (code: string): string => `http://data.e-stat.go.jp/lod/sac/C${code.slice(0, 5)}`;

/** The node types that a vocabulary has classes for, the most telling first. */
const standardClasses: Readonly<Partial<Record<NodeName, readonly Term[]>>> = {
  Municipality: ['org:FormalOrganization', 'schema:GovernmentOrganization'],
  PolicyField: ['skos:Concept', 'pg:PolicyField'],
  PolicyItem: ['skos:Concept', 'prov:Plan', 'pg:PolicyItem'],
  Measure: ['skos:Concept', 'prov:Plan', 'pg:Measure'],
  Department: ['org:OrganizationalUnit'],
  SupportingScope: ['org:OrganizationalCollaboration'],
  Sdg: ['sdgo:Goal', 'skos:Concept'],
  Indicator: ['schema:StatisticalVariable', 'pg:Indicator'],
  Observation: ['schema:Observation', 'pg:Observation'],
  RelatedPlan: ['prov:Plan', 'pg:RelatedPlan'],
  Project: ['skos:Concept', 'prov:Plan', 'pg:Project'],
  SurveyResult: ['schema:Observation', 'pg:SurveyResult'],
  LinkagePlan: ['skos:Concept', 'prov:Plan', 'pg:LinkagePlan'],
  Initiative: ['skos:Concept', 'prov:Plan', 'pg:Initiative'],
  ReformField: ['skos:Concept', 'pg:ReformField'],
  ReformPerspective: ['skos:Concept', 'pg:ReformPerspective'],
  ReformSheet: ['schema:Report', 'prov:Entity', 'pg:ReformSheet'],
  Evaluation: ['schema:Rating', 'pg:Evaluation'],
  ScaleLevel: ['schema:Rating', 'pg:ScaleLevel'],
  Change: ['prov:Activity', 'pg:Change'],
  SourceDocument: ['schema:DigitalDocument', 'prov:Entity'],
};

/** Terms of properties, whatever the type; all others are `pg:` and their name. */
export const properties: Readonly<Record<string, Term>> = {
  aliases: 'skos:altLabel',
  misspellings: 'skos:hiddenLabel',
  summary: 'skos:definition',
  summaryEn: 'skos:definition',
  code: 'skos:notation',
  title: 'dcterms:title',
  definition: 'schema:description',
  unit: 'schema:unitText',
  text: 'prov:value',
  grade: 'schema:ratingValue',
  checksum: 'pg:sha256',
  nameKana: 'schema:alternateName',
  validFrom: 'schema:foundingDate',
  validTo: 'schema:dissolutionDate',
};

/** Properties whose text is English; all other texts are Japanese. */
export const english: ReadonlySet<string> = new Set(['nameEn', 'summaryEn', 'message']);

/** Properties that are signs and not texts of a language. */
export const signs: ReadonlySet<string> = new Set([
  'code',
  'key',
  'color',
  'checksum',
  'documentKind',
  'rule',
  'number',
  'position',
  'grade',
]);

/** The edge types that a vocabulary has a term for, from their start to their end. */
const standardLinks: Readonly<Partial<Record<EdgeName, Term>>> = {
  FIELD_OF: 'dcterms:isPartOf',
  IN_FIELD: 'skos:broader',
  PART_OF: 'skos:broader',
  OWNED_BY: 'prov:wasAttributedTo',
  MEASURE_SUPPORTED_BY: 'dcterms:contributor',
  ITEM_OWNED_BY: 'prov:wasAttributedTo',
  TOUCHES: 'schema:about',
  MEASURE_TOUCHES: 'schema:about',
  INDICATES: 'schema:observationAbout',
  INDICATES_MEASURE: 'schema:observationAbout',
  INDICATES_PROJECT: 'schema:observationAbout',
  INDICATES_PLAN: 'schema:observationAbout',
  OBSERVES: 'schema:variableMeasured',
  SURVEYS: 'schema:observationAbout',
  RELATES_TO: 'dcterms:relation',
  PROJECT_OF: 'skos:broader',
  PROJECT_OF_MEASURE: 'skos:broader',
  RUN_BY: 'prov:wasAttributedTo',
  PROJECT_TOUCHES: 'schema:about',
  UNIT_OF: 'org:subOrganizationOf',
  // What ORG says by way of a change event, of which no document tells more than this.
  SUCCEEDS: 'dcterms:replaces',
  DIVISION_OF: 'org:unitOf',
  COVERS: 'org:hasMember',
  REFORM_FIELD_OF: 'dcterms:isPartOf',
  IN_REFORM_FIELD: 'dcterms:isPartOf',
  TAKES_PERSPECTIVE: 'dcterms:subject',
  LED_BY: 'prov:wasAttributedTo',
  SUPPORTED_BY: 'dcterms:contributor',
  SUPPORTED_BY_SCOPE: 'dcterms:contributor',
  CITES_FIELD: 'dcterms:references',
  EVALUATES: 'schema:itemReviewed',
  EVALUATES_ITEM: 'schema:itemReviewed',
  EVALUATES_MEASURE: 'schema:itemReviewed',
  EVALUATES_PROJECT: 'schema:itemReviewed',
  GRADED_AS: 'schema:reviewRating',
  SCALE_OF: 'dcterms:isPartOf',
  LINKAGE_PLAN_OF: 'dcterms:isPartOf',
  INITIATIVE_OF: 'skos:broader',
  REFERENCES: 'skos:related',
  POINTS_TO: 'dcterms:references',
};

/** The classes of a node type: by default an entity of provenance with the type's own name. */
export const classesOf = (type: NodeName): readonly Term[] => standardClasses[type] ?? ['prov:Entity', `pg:${type}`];

/** The term of an edge type: by default its own name, such as `pg:visionOf`. */
export const linkOf = (type: EdgeName): Term =>
  standardLinks[type] ?? `pg:${type.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;

/** The name of an edge type in English words: "owned by" for OWNED_BY. */
export const edgeInWords = (type: EdgeName): string => type.toLowerCase().replaceAll('_', ' ');

/** The term of a name or property. Names of a thing of SKOS are preferred labels, of anything else plain ones. */
export function termOf(name: string, concept: boolean): Term {
  if (name === 'name' || name === 'nameEn') return concept ? 'skos:prefLabel' : 'rdfs:label';
  return properties[name] ?? `pg:${name}`;
}

/** Classes of what is stated beside the things of the model. */
export const furtherClasses: Readonly<Record<string, Description>> = {
  'dcat:Dataset': describe('The data of one municipality.', '一つの市区町村のデータセット'),
  'dcat:Distribution': describe('A form in which the data can be had.', '配布形式'),
  'skos:ConceptScheme': describe('The plan of a municipality at one stage.', '計画段階ごとの計画'),
  'qb:DataSet': describe('The values of all indicators of a municipality.', '指標の値の集まり'),
  'qb:DataStructureDefinition': describe('What an observation of that cube consists of.', '指標の値の構造'),
  'qb:DimensionProperty': describe('A dimension of that cube.', '指標の値の次元'),
  'qb:Observation': describe(
    'A baseline or target of an indicator, where it is a number.',
    '指標の値（現状値・目標値）',
  ),
  'rdf:Statement': describe('An edge with its stages and sources, in force or not.', '関係（計画段階と出典付き）'),
  'prov:PrimarySource': describe('Where something was read: document, lines and stage.', '出典の箇所'),
};

/** Properties of what is stated beside the properties and edges of the model. */
export const furtherProperties: Readonly<Record<string, Description>> = {
  'rdf:type': describe('The classes of a thing.', '種類'),
  'rdf:subject': describe('The start of an edge.', '関係の始点'),
  'rdf:predicate': describe('The term of an edge.', '関係の用語'),
  'rdf:object': describe('The end of an edge.', '関係の終点'),
  'rdfs:label': describe('The name of what is no concept, in both languages.', '名称'),
  'pg:edge': describe('The name of the type of an edge in the model.', '関係の種類'),
  'pg:printedAs': describe('The wording of a document where it is not that of the thing.', '文書での表記'),
  'pg:stage': describe('A stage of the plan whose documents say so: CURRENT, DRAFT or ADOPTED.', '計画段階'),
  'pg:effective': describe('True when the latest stage that speaks of it keeps it.', '有効かどうか'),
  'pg:atStage': describe('What a stage prints otherwise than what is in force.', '計画段階ごとの内容'),
  'pg:firstLine': describe('First line in the text of the document, 1-based; of a sheet its row.', '開始行'),
  'pg:lastLine': describe('Last line.', '終了行'),
  'pg:cells': describe('The cells of a sheet, such as B12:F12 or B12:D12,F12.', 'セル'),
  'prov:hadPrimarySource': describe('A document that says so.', '出典文書'),
  'prov:qualifiedPrimarySource': describe('The place in a document that says so.', '出典の箇所'),
  'prov:entity': describe('The document of a source.', '出典の文書'),
  'dcterms:identifier': describe('The id of the service; of a dataset its revision.', '識別子'),
  'dcterms:title': describe('The title of a dataset or document.', '表題'),
  'dcterms:modified': describe('When the data were loaded.', '読込日時'),
  'dcterms:spatial': describe('The area of a dataset.', '対象地域'),
  'dcterms:subject': describe('What a dataset is about; the perspective of a reform sheet.', '主題'),
  'dcterms:isPartOf': describe('What it is a part of.', '属するもの'),
  'dcterms:conformsTo': describe('The vocabulary that describes the terms.', '準拠する語彙'),
  'dcat:distribution': describe('The forms in which a dataset can be had.', '配布形式'),
  'dcat:mediaType': describe('The media type of a distribution.', 'メディアタイプ'),
  'skos:prefLabel': describe('The name of a concept, in both languages.', '名称'),
  'skos:inScheme': describe('The plan, by stage, that has a thing.', '掲載された計画'),
  'skos:notation': describe('A code or number; of a scheme its stage.', '番号'),
  'schema:areaServed': describe('The statistical area of a municipality.', '統計上の地域'),
  'qb:structure': describe('The structure of a cube.', '構造'),
  'qb:component': describe('A part of the structure.', '構造の要素'),
  'qb:dimension': describe('A dimension of the structure.', '次元'),
  'qb:measure': describe('The measure of the structure.', '測定値'),
  'qb:attribute': describe('An attribute of the structure.', '属性'),
  'qb:dataSet': describe('The cube of an observation.', '属する値の集まり'),
  'pg:indicator': describe('The indicator that an observation is of.', '指標'),
  'pg:valueRole': describe('Whether an observation is a baseline or a target.', '値の区分（現状値・目標値）'),
  'sdmx-dimension:refArea': describe('The area of an observation.', '対象地域'),
  'sdmx-measure:obsValue': describe('The number of an observation.', '値'),
  'schema:unitText': describe('The unit of a number, as printed.', '単位'),
};

/** The vocabulary itself: what `/export/vocabulary.ttl` describes. */
export const vocabularyAddress = prefixes.pg.replace('#', '');
