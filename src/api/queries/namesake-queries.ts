/** What is called the same. */
import { ofTypes } from '../../analysis/coverage/whole-city.js';
import { type Namesakes as FoundNamesakes, namesakes } from '../../analysis/namesakes.js';
import { type ReadyPage, readyPageById } from '../../graph/ready-page.js';
import type { NodeName } from '../../model/declaration.js';
import type { Stage } from '../../model/enums.js';
import { idAtStage } from '../../model/stage-id.js';
import { coverageField } from '../coverage.js';
import { argument, field, object, t } from '../types/declare.js';
import { chosenTypes } from '../types/enums.js';
import { pageArguments } from '../types/objects.js';
import { entityTypes, fewMunicipalities, stage } from './arguments.js';
import { citiesOf } from './cities.js';
import { nodes, pageInfo } from './shared-fields.js';

interface Group extends FoundNamesakes {
  readonly id: string;
  readonly stage: Stage | null;
}

const Namesakes = object<Group>(
  'Namesakes',
  'A name, and the things that have it. [同名の項目]',
  {
    id: [t.id, 'The same for the same name of the same things. [識別子]'],
    name: [t.string, 'The name, as the first of them is called. [名称]'],
    municipality: [t.id, 'Key of the city whose things they are. [市区町村のキー]'],
  },
  { things: nodes('Entity', 'ids', 'The things, in natural order. [同名の項目]') },
);

const NamesakesEdge = object('NamesakesEdge', 'A name in a list. [一覧の要素]', {
  cursor: [t.string, 'Its place in the list. [カーソル]'],
  node: [Namesakes, 'The name and its things. [同名の項目]'],
});

interface Found {
  readonly page: ReadyPage<Group>;
  readonly totalCount: number;
  readonly types: readonly NodeName[] | null;
  readonly cities: readonly string[];
  readonly stage: Stage | null;
}

const NamesakesConnection = object(
  'NamesakesConnection',
  'A list of names that several things have, page by page. [同名の項目の一覧]',
  {
    totalCount: [t.int, 'How many names there are, regardless of the page. [総件数]'],
    nodes: [t.list(Namesakes), 'The page. [ページの内容]'],
    edges: [t.list(NamesakesEdge), 'The page with cursors. [カーソル付きの内容]'],
  },
  {
    pageInfo,
    coverage: coverageField(
      'Whether the documents list all things of these types: what stands in chapters that were not read has no namesakes here. [網羅の状態]',
      ({ types, cities, stage, totalCount }: Found) => ({
        scope: { ids: [], municipalities: cities, stage },
        extent: (city) => ofTypes(city, types),
        isEmpty: totalCount === 0,
      }),
    ),
  },
);

export const namesakeQueries = {
  namesakes: field({
    type: NamesakesConnection,
    description:
      'Names that several things of one city have, such as a project and an initiative: width, letter case, kana and punctuation do not matter. [同じ名称の項目]',
    args: {
      types: argument(entityTypes, 'Types of the things; null means all. [種類。省略時はすべて]'),
      withinTypes: argument(
        t.nullable(t.boolean),
        'Also names that only things of one type have. [同じ種類の中だけのものも含めるか]',
      ),
      ...fewMunicipalities,
      stage,
      ...pageArguments,
    },
    extensions: { cost: 100 },
    resolve: async (_root, { types: chosen, withinTypes, municipality, municipalities, stage, ...given }, context) => {
      const types = chosenTypes(chosen);
      const cities = await citiesOf({ municipality, municipalities }, context);
      const found = await namesakes(
        { types, acrossTypes: withinTypes !== true, municipalities: cities, stage },
        context.ask,
      );
      const all = found.map((group) => ({ ...group, id: namesakesId(group, stage), stage }));
      const page = readyPageById('namesakes', all, given);
      return {
        totalCount: all.length,
        nodes: page.entries,
        edges: page.edges(),
        page,
        types,
        cities,
        stage,
      };
    },
  }),
};

/**
 * "honjo:namesakes:project:5-1:図書館の充実+initiative:5-1:図書館の充実": of all its things, as others have the name where
 * fewer types are asked for, with the stage at which they are called so.
 */
function namesakesId({ ids, municipality }: FoundNamesakes, stage: Stage | null): string {
  const things = ids.map((id) => id.slice(municipality.length + 1));
  return idAtStage(`${municipality}:namesakes:${things.join('+')}`, stage);
}
