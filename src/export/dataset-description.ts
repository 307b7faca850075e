/** What is stated beside the graph itself: the dataset (DCAT), the plans of each stage (SKOS), the cube of figures (qb). */
import { PlanStage, stages } from '../model/enums.js';
import { valueProperty } from '../model/graph-properties.js';
import type { DatasetFacts, StoredNode } from './graph-source.js';
import { expand, iriOf, type Resource, type Statement, schemeOf, text, typed } from './resource.js';
import { areaOf, type Term } from './vocabulary.js';

const link = (term: Term, iri: string): Statement => ({ term, iri });
const blank = (statements: readonly Statement[]): Resource => ({ iri: null, classes: [], statements });

const mediaTypes = ['text/turtle', 'application/ld+json', 'application/graphml+xml'];

const cubeOf = (municipality: string) => iriOf(`${municipality}:indicator-values`);
const structureOf = (municipality: string) => iriOf(`${municipality}:indicator-values:structure`);

/** The dataset of a city, its plans as concept schemes, and the cube of its indicators' values with its structure. */
export function describeDataset({ municipality, revision, loadedAt, city }: DatasetFacts): readonly Resource[] {
  const dataset = iriOf(`${municipality}:dataset`);
  const [cube, structure] = [cubeOf(municipality), structureOf(municipality)];
  const distributions = mediaTypes.map(
    (mediaType): Statement => ({
      term: 'dcat:distribution',
      resource: { iri: null, classes: ['dcat:Distribution'], statements: [typed('dcat:mediaType', mediaType)] },
    }),
  );
  const component = (kind: Term, term: Term): Statement => ({
    term: 'qb:component',
    resource: blank([link(kind, expand(term))]),
  });
  return [
    {
      iri: dataset,
      classes: ['dcat:Dataset'],
      statements: [
        text('dcterms:title', `${city.name} 計画文書のグラフ`, 'ja'),
        ...(city.nameEn === null ? [] : [text('dcterms:title', `Graph of the plans of ${city.nameEn}`, 'en')]),
        typed('dcterms:identifier', revision),
        { term: 'dcterms:modified', value: loadedAt, datatype: 'dateTime' },
        link('dcterms:spatial', areaOf(city.code)),
        link('dcterms:subject', iriOf(city.id)),
        ...distributions,
      ],
    },
    ...stages.map((stage): Resource => {
      const words = PlanStage.values[stage];
      return {
        iri: schemeOf(municipality, stage),
        classes: ['skos:ConceptScheme'],
        statements: [
          text('skos:prefLabel', `${city.name} ${words?.ja ?? stage}`, 'ja'),
          typed('skos:notation', stage),
          link('dcterms:isPartOf', dataset),
        ],
      };
    }),
    {
      iri: cube,
      classes: ['qb:DataSet'],
      statements: [
        text('rdfs:label', '指標の値', 'ja'),
        link('qb:structure', structure),
        link('dcterms:isPartOf', dataset),
      ],
    },
    {
      iri: structure,
      classes: ['qb:DataStructureDefinition'],
      statements: [
        component('qb:dimension', 'pg:indicator'),
        component('qb:dimension', 'pg:valueRole'),
        component('qb:dimension', 'sdmx-dimension:refArea'),
        component('qb:measure', 'sdmx-measure:obsValue'),
        component('qb:attribute', 'schema:unitText'),
        component('qb:attribute', 'pg:year'),
      ],
    },
    ...(['pg:indicator', 'pg:valueRole'] as const).map(
      (term): Resource => ({
        iri: expand(term),
        classes: ['qb:DimensionProperty'],
        statements: [text('rdfs:label', term === 'pg:indicator' ? '指標' : '値の区分（現状値・目標値）', 'ja')],
      }),
    ),
  ];
}

/** The figures of an indicator as observations: one for its baseline and one for its target, where they are numbers. */
export function observationsOf(
  { id, type, properties: stored }: StoredNode,
  { municipality, city }: DatasetFacts,
): readonly Resource[] {
  if (type !== 'Indicator') return [];
  return (['baseline', 'target'] as const).flatMap((role): readonly Resource[] => {
    const read = (part: string) => stored[valueProperty(role, part)];
    const value = read('value');
    if (typeof value !== 'number') return [];
    const [unit, year] = [read('unit') ?? stored.unit, read('year')];
    return [
      {
        iri: iriOf(`${id}:${role}`),
        classes: ['qb:Observation'],
        statements: [
          link('qb:dataSet', cubeOf(municipality)),
          link('pg:indicator', iriOf(id)),
          typed('pg:valueRole', role),
          link('sdmx-dimension:refArea', areaOf(city.code)),
          typed('sdmx-measure:obsValue', value, true),
          ...(typeof unit === 'string' ? [text('schema:unitText', unit, 'ja')] : []),
          ...(typeof year === 'number' ? [typed('pg:year', year)] : []),
        ],
      },
    ];
  });
}
