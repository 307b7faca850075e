/** Dossiers: read by operations of this schema, so that they say what everybody else is answered. */

import { execute } from 'graphql';
import { Extent } from '../../analysis/coverage/extent.js';
import { tooManyCitiesToSay } from '../../analysis/coverage/words.js';
import {
  type DossierParts,
  dossierOf,
  dossierTypes,
  type Dossier as FilledDossier,
  type FilledSection,
  isDossierType,
  lastStageOf,
} from '../../dossier/dossier.js';
import { storedSources } from '../../dossier/section.js';
import { type Coverage as CoverageTold, writeCoverage } from '../../graph/coverage.js';
import { selectionBelow } from '../../graph/selection.js';
import type { Description } from '../../model/declaration.js';
import type { Stage } from '../../model/enums.js';
import { nodeNamed, nodes } from '../../model/model.js';
import { idAtStage } from '../../model/stage-id.js';
import { badInput } from '../../refusal.js';
import type { RequestContext } from '../context.js';
import { coveragesFor } from '../coverage.js';
import { schemaFor } from '../execution-schema.js';
import { argument, computed, field, object, t } from '../types/declare.js';
import { Coverage } from '../types/objects.js';
import { stageType } from './arguments.js';
import { namedThing } from './named-things.js';
import { sources } from './shared-fields.js';

/** Parts of a dossier are no things: they have ids of their own, so that clients do not take two of them for one. */
const ownId = [t.id, 'Of this part of this dossier only. [カルテのこの部分の識別子]'] as const;

const DossierMention = object('DossierMention', 'A thing that a line of a dossier names. [カルテの行が挙げる項目]', {
  id: ownId,
  thingId: [t.id, 'Id of the thing, without a stage. [項目の識別子]'],
  words: [t.string, 'The words of label or text that stand for it. [表記]'],
  wordsEn: [t.string, 'Those of the English label or text. [表記（英語）]'],
});

type Section = ReturnType<typeof shownSection>;

const DossierEntry = object<Section['entries'][number]>(
  'DossierEntry',
  'A line of a dossier. [カルテの行]',
  {
    label: [t.string, 'What the line is about. [見出し]'],
    labelEn: [t.string, 'The same in English. [見出し（英語）]'],
    text: [t.string, 'What it says. [内容]'],
    textEn: [t.string, 'The same in English, where there is any. [内容（英語）]'],
    id: ownId,
    thingId: [t.nullable(t.id), 'Id of the thing it speaks of, without a stage. [対象の識別子]'],
    uri: [t.nullable(t.string), 'Its address in a public vocabulary, such as that of a goal. [URI]'],
    mentions: [
      t.list(DossierMention),
      'Things that label or text name; empty where all of the text is the name of one. [見出し・内容が挙げる項目]',
    ],
  },
  { sources: sources('Where it was read. [出典]', ({ read }) => storedSources(read)) },
);

const DossierSection = object<Section>(
  'DossierSection',
  'A section of a dossier. [カルテの区分]',
  {
    key: [t.string, 'Its key, the same in every dossier of a type. [区分のキー]'],
    title: [t.string, 'Its title. [題名]'],
    titleEn: [t.string, 'Its title in English. [題名（英語）]'],
    truncated: [t.boolean, 'More is known than the entries show: a list had more than 500. [省略の有無]'],
    entries: [t.list(DossierEntry), 'Its lines; none where what it is about was not read. [内容]'],
  },
  {
    coverage: computed(
      Coverage,
      'What the documents that were read can tell of it. [網羅の状態]',
      ({ coverage }: Section, _given, _context, info) => writeCoverage(coverage, selectionBelow(info)),
    ),
  },
);

const Dossier = object<Awaited<ReturnType<typeof shown>>>(
  'Dossier',
  'All that the graph knows of one thing, every line with its sources. [カルテ]',
  {
    id: [t.id, 'Of this dossier: of the thing as it is shown here. [カルテの識別子]'],
    thingId: [t.id, 'Id of the thing it is about, without a stage. [対象の識別子]'],
    type: [t.string, 'Name of its type. [種類]'],
    title: [t.string, 'Its number and name. [題名]'],
    titleEn: [t.string, 'Its number and name in English. [題名（英語）]'],
    stage: [
      stageType,
      'The stage that it shows: the one asked for; else null, but the last stage that has it where it is no longer in force. [計画段階]',
    ],
    sections: [t.list(DossierSection), 'Its sections; those of which there is nothing are left out. [区分]'],
  },
);

/** A text as the two fields that show it. */
const asFields = <Name extends string>(name: Name, { ja, en }: Description) =>
  ({ [name]: ja, [`${name}En`]: en }) as Readonly<Record<Name | `${Name}En`, string>>;

const shownSection = ({ key, truncated, title, lines, coverage }: CoveredSection, dossier: string) => ({
  key,
  truncated,
  coverage,
  ...asFields('title', title),
  entries: lines.map(({ label, text, id: thingId = null, uri = null, mentions = [], sources: read }, index) => {
    const id = `${dossier}:${key}:${index + 1}`;
    return {
      ...asFields('label', label),
      ...asFields('text', text),
      id,
      thingId,
      uri,
      mentions: mentions.map((mention, place) => ({
        id: `${id}:${place + 1}`,
        thingId: mention.id,
        ...asFields('words', mention.words),
      })),
      read,
    };
  }),
});

interface CoveredSection extends FilledSection {
  readonly coverage: CoverageTold;
}

/** The sections with what the documents can tell of each, without those of which there is nothing. */
async function covered({ id, sections }: FilledDossier, stage: Stage | null, context: RequestContext) {
  const cities = await coveragesFor({ ids: [id], stage }, context);
  const thing = cities?.cities[0]?.indexOf(id);
  return sections
    .map((section): CoveredSection => {
      if (!cities || thing === undefined) return { ...section, coverage: tooManyCitiesToSay };
      const coverage = cities.tell((city) => {
        const extent = new Extent();
        for (const path of section.paths)
          if (path.every(({ edge }) => city.countsOn(edge))) extent.add(city.along([thing], path).extent);
        return { extent, isOpen: section.lines.length === 0 };
      });
      return { ...section, coverage };
    })
    .filter(({ lines, coverage }) => lines.length > 0 || (cities && coverage.state !== 'COMPLETE'));
}

async function shown(dossier: FilledDossier, stage: Stage | null, context: RequestContext) {
  const { id: thingId, type, title } = dossier;
  const id = `dossier:${idAtStage(thingId, stage)}`;
  const sections = await covered(dossier, stage, context);
  return {
    id,
    thingId,
    type,
    stage,
    ...asFields('title', title),
    sections: sections.map((section) => shownSection(section, id)),
  };
}

export const dossierQueries = {
  dossier: field({
    type: t.nullable(Dossier),
    description: `All that the graph knows of one thing (${Object.keys(dossierTypes).join(', ')}); null where there is none with that id. [カルテ]`,
    args: {
      stage: argument(
        stageType,
        'The graph as this stage has it; null means the stage of the id where it has one, else what is in force, and of what no longer is, the last stage that has it. [計画段階]',
      ),
      id: argument(t.id, `Id of the thing, such as ${nodeNamed('Measure').example}. [識別子]`),
    },
    extensions: { cost: 2000 },
    resolve: async (_root, given, contextValue, { schema }) => {
      const { id, stage: asked } = namedThing(given.id, given.stage);
      const type = nodes.find(({ idWord, global }) => idWord === id.split(':')[global ? 0 : 1])?.name;
      if (type === undefined) return null;
      if (!isDossierType(type)) throw withoutDossier(type);
      const { document } = dossierTypes[type];
      const read = async (stage: Stage | null): Promise<DossierParts | null> => {
        const { data, errors } = await execute({
          schema: schemaFor(document, { either: schema }),
          document,
          contextValue,
          variableValues: { id: idAtStage(id, stage) },
        });
        if (errors?.[0]) throw errors[0].originalError ?? errors[0];
        const parts = data as DossierParts;
        return Object.values(parts).every((part) => part?.__typename === type) ? parts : null;
      };
      const parts = await read(asked);
      if (!parts) return null;
      const last = asked ? null : lastStageOf(parts);
      const atLast = last === null ? null : await read(last);
      return atLast
        ? shown(dossierOf(type, atLast), last, contextValue)
        : shown(dossierOf(type, parts), asked, contextValue);
    },
  }),
};

const withoutDossier = (type: string) =>
  badInput(
    `id: expected the id of a ${Object.keys(dossierTypes).join(', ')}, but got that of a ${type}`,
    `カルテがあるのは${nodes.flatMap(({ name, description }) => (isDossierType(name) ? description.ja : [])).join('、')}です。`,
  );
