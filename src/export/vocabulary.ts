/**
 * The one mapping between the model and the vocabularies of linked data: which classes a node type has, and which term
 * stands for a property and for an edge. What no vocabulary has a term for is named as the model names it.
 */
import type { EdgeName, NodeName } from '../model/declaration.js';

/** Prefixes of everything below. `pg` holds what no vocabulary has a term for; `id` the things themselves. */
export const prefixes = {
  id: 'urn:policy-graph:',
  pg: 'urn:policy-graph:terms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  org: 'http://www.w3.org/ns/org#',
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
  RelatedPlan: ['prov:Plan', 'pg:RelatedPlan'],
  Project: ['skos:Concept', 'prov:Plan', 'pg:Project'],
  SurveyResult: ['schema:Observation', 'pg:SurveyResult'],
  LinkagePlan: ['skos:Concept', 'prov:Plan', 'pg:LinkagePlan'],
  Initiative: ['skos:Concept', 'prov:Plan', 'pg:Initiative'],
  ReformField: ['skos:Concept', 'pg:ReformField'],
  ReformPerspective: ['skos:Concept', 'pg:ReformPerspective'],
  ReformSheet: ['schema:Report', 'prov:Entity', 'pg:ReformSheet'],
  Evaluation: ['schema:Rating', 'pg:Evaluation'],
  Change: ['prov:Activity', 'pg:Change'],
  SourceDocument: ['schema:DigitalDocument', 'prov:Entity'],
};

/** Terms of properties, whatever the type; all others are `pg:` and their name. */
export const properties: Readonly<Record<string, Term>> = {
  aliases: 'skos:altLabel',
  summary: 'skos:definition',
  summaryEn: 'skos:definition',
  code: 'skos:notation',
  title: 'dcterms:title',
  definition: 'schema:description',
  unit: 'schema:unitText',
  text: 'prov:value',
  grade: 'schema:ratingValue',
  checksum: 'pg:sha256',
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
  'grade',
]);

/** The edge types that a vocabulary has a term for, from their start to their end. */
const standardLinks: Readonly<Partial<Record<EdgeName, Term>>> = {
  FIELD_OF: 'dcterms:isPartOf',
  IN_FIELD: 'skos:broader',
  PART_OF: 'skos:broader',
  OWNED_BY: 'prov:wasAttributedTo',
  TOUCHES: 'schema:about',
  INDICATES: 'schema:observationAbout',
  INDICATES_PLAN: 'schema:observationAbout',
  SURVEYS: 'schema:observationAbout',
  RELATES_TO: 'dcterms:relation',
  PROJECT_OF: 'skos:broader',
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
