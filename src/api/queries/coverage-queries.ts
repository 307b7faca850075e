/** The whole picture of what the documents that were read can tell. */
import type { CityCoverage } from '../../analysis/coverage/city-coverage.js';
import { Extent } from '../../analysis/coverage/extent.js';
import { ofAllFields } from '../../analysis/coverage/whole-city.js';
import { statement } from '../../analysis/statements.js';
import { type Coverage as CoverageValue, writeCoverage } from '../../graph/coverage.js';
import { selectionBelow } from '../../graph/selection.js';
import { groupBy } from '../../group-by.js';
import { nodes as nodeTypes } from '../../model/model.js';
import { coveragesFor } from '../coverage.js';
import { computed, field, object, t } from '../types/declare.js';
import { Coverage } from '../types/objects.js';
import { fewMunicipalities, stage } from './arguments.js';
import { citiesOf } from './cities.js';
import { nodes } from './shared-fields.js';

const documentsText = statement('coverage-documents');

interface Covered {
  readonly coverage: CoverageValue;
}

interface ListedFieldValue extends Covered {
  readonly type: string;
  readonly field: string;
  readonly count: number;
  readonly listed: number;
  readonly documents: readonly string[];
}

const coverage = (description: string) =>
  computed(Coverage, description, (covered: Covered, _given, _context, info) =>
    writeCoverage(covered.coverage, selectionBelow(info)),
  );

const TypeCoverage = object(
  'TypeCoverage',
  'How far it is known which things of a type there are. [種類ごとの網羅の状態]',
  { type: [t.string, 'Name of the type. [種類]'], count: [t.int, 'How many are known. [件数]'] },
  { coverage: coverage('Whether these are all. [網羅の状態]') },
);

const ListedField = object<ListedFieldValue>(
  'ListedField',
  'For how many things of a type the documents list one of their fields wholly. [項目ごとの網羅の状態]',
  {
    type: [t.string, 'Name of the type. [種類]'],
    field: [t.string, 'The field, such as measures. [項目]'],
    count: [t.int, 'How many things of the type are known. [件数]'],
    listed: [t.int, 'For how many of them a document lists it. [網羅されている件数]'],
  },
  {
    coverage: coverage('Whether that is all of them, and which not. [網羅の状態]'),
    documents: nodes('SourceDocument', 'documents', 'The documents that list it. [文書]'),
  },
);

const CoverageOverview = object(
  'CoverageOverview',
  'What the documents that were read speak of, and what not. [網羅の全体像]',
  {
    types: [t.list(TypeCoverage), 'Which things there are, type by type. [種類ごと]'],
    fields: [t.list(ListedField), 'What is listed of them, field by field. [項目ごと]'],
  },
);

/** The fields of which documents of any of the cities list something, in the order of the model. */
function saidFields(cities: readonly CityCoverage[]) {
  const said = groupBy(cities.flatMap(ofAllFields), ({ type, field }) => `${type} ${field}`);
  const order = nodeTypes.map(({ name }) => name);
  return [...said.values()]
    .map((ofCity) => ({ type: ofCity[0].type, field: ofCity[0].field, ofCity }))
    .toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
}

export const coverageQueries = {
  coverage: field({
    type: CoverageOverview,
    description:
      'What the documents that were read speak of, and what not: whether an empty answer means none, or that nobody looked. Every list says it of itself, too. [読み込んだ文書が網羅している範囲]',
    args: { ...fewMunicipalities, stage },
    extensions: { cost: 200 },
    resolve: async (_root, { stage, ...given }, context) => {
      const municipalities = await citiesOf(given, context);
      const found = municipalities.length > 0 ? await coveragesFor({ ids: [], municipalities, stage }, context) : null;
      if (!found) return { types: [], fields: [] };
      const rows = await context.ask(documentsText, { municipalities, stage });
      const documents = new Map(rows.map(({ type, field, documents }) => [`${type} ${field}`, documents as string[]]));
      const tell = (extentOf: (city: CityCoverage) => Extent, isOpen = (_city: CityCoverage) => true) =>
        found.tell((city) => ({ extent: Extent.whole(extentOf(city)), isOpen: isOpen(city) }));
      return {
        types: nodeTypes
          .filter(({ entity }) => entity)
          .map(({ name }) => ({
            type: name,
            count: new Set(found.cities.flatMap((city) => city.things(name))).size,
            // Of what has some things, a part is known, whatever no document lists wholly.
            coverage: tell(
              (city) => city.ofType(name),
              (city) => city.things(name).length === 0,
            ),
          })),
        fields: saidFields(found.cities).map(({ type, field, ofCity }) => {
          const count = new Set(ofCity.flatMap(({ things }) => things)).size;
          return {
            type,
            field,
            count,
            // What all share is listed by several cities.
            listed: Math.min(
              count,
              ofCity.reduce((sum, { extent }) => sum + extent.covered, 0),
            ),
            coverage: tell((city) => city.listed(type, field, city.things(type))),
            documents: (documents.get(`${type} ${field}`) ?? []).toSorted(),
          };
        }),
      };
    },
  }),
};
