/** What is stated beside the graph itself: the dataset (DCAT), the plans of each stage (SKOS), the cube of figures (qb). */
import { PlanStage, stages } from '../model/enums.js';
import { valueProperty } from '../model/graph-properties.js';
import type { DatasetFacts, StoredNode } from './graph-source.js';
import { expand, iriOf, link, nested, type Resource, resource, schemeOf, text, typed } from './resource.js';
import { areaOf, vocabularyAddress } from './vocabulary.js';

const mediaTypes = ['text/turtle', 'application/ld+json', 'application/graphml+xml'];

const cubeOf = (municipality: string) => iriOf(`${municipality}:indicator-values`);

/** The dataset of a city, its plans as concept schemes, and the cube of its indicators' values with its structure. */
export function describeDataset({ municipality, revision, loadedAt, city }: DatasetFacts): readonly Resource[] {
  const dataset = iriOf(`${municipality}:dataset`);
  const structure = iriOf(`${municipality}:indicator-values:structure`);
  return [
    resource(
      dataset,
      ['dcat:Dataset'],
      [
        text('dcterms:title', `${city.name} 計画文書のグラフ`, 'ja'),
        ...(city.nameEn === null ? [] : [text('dcterms:title', `Graph of the plans of ${city.nameEn}`, 'en')]),
        typed('dcterms:identifier', revision),
        { term: 'dcterms:modified', value: loadedAt, datatype: 'dateTime' },
        link('dcterms:spatial', areaOf(city.code)),
        link('dcterms:subject', iriOf(city.id)),
        link('dcterms:conformsTo', vocabularyAddress),
        ...mediaTypes.map((type) =>
          nested('dcat:distribution', [typed('dcat:mediaType', type)], ['dcat:Distribution']),
        ),
      ],
    ),
    ...stages.map((stage) =>
      resource(
        schemeOf(municipality, stage),
        ['skos:ConceptScheme'],
        [
          text('skos:prefLabel', `${city.name} ${PlanStage.values[stage].ja}`, 'ja'),
          typed('skos:notation', stage),
          link('dcterms:isPartOf', dataset),
        ],
      ),
    ),
    resource(
      cubeOf(municipality),
      ['qb:DataSet'],
      [text('rdfs:label', '指標の値', 'ja'), link('qb:structure', structure), link('dcterms:isPartOf', dataset)],
    ),
    resource(
      structure,
      ['qb:DataStructureDefinition'],
      (
        [
          ['qb:dimension', 'pg:indicator'],
          ['qb:dimension', 'pg:valueRole'],
          ['qb:dimension', 'sdmx-dimension:refArea'],
          ['qb:measure', 'sdmx-measure:obsValue'],
          ['qb:attribute', 'schema:unitText'],
          ['qb:attribute', 'pg:year'],
        ] as const
      ).map(([kind, term]) => nested('qb:component', [link(kind, expand(term))])),
    ),
    resource(expand('pg:indicator'), ['qb:DimensionProperty'], [text('rdfs:label', '指標', 'ja')]),
    resource(
      expand('pg:valueRole'),
      ['qb:DimensionProperty'],
      [text('rdfs:label', '値の区分（現状値・目標値）', 'ja')],
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
    const statements = [
      link('qb:dataSet', cubeOf(municipality)),
      link('pg:indicator', iriOf(id)),
      typed('pg:valueRole', role),
      link('sdmx-dimension:refArea', areaOf(city.code)),
      typed('sdmx-measure:obsValue', value, { fraction: true }),
      ...(typeof unit === 'string' ? [text('schema:unitText', unit, 'ja')] : []),
      ...(typeof year === 'number' ? [typed('pg:year', year)] : []),
    ];
    return [resource(iriOf(`${id}:${role}`), ['qb:Observation'], statements)];
  });
}
