import type { FieldDeclaration, NodeType, PropertyDeclaration } from '../declaration.js';
import { into } from '../edges.js';
import { PlanStage, Presence } from '../enums.js';
import { choice, describe, flag, id, list, text } from '../language.js';
import { idAtStage } from '../stage-id.js';

/** The identity of nodes, described by an example of one. */
export const identity = (example: string, { stageless }: Pick<NodeType, 'stageless'> = {}) =>
  stageless
    ? id(
        `Readable and stable identity, such as ${example}. It is the same at every stage.`,
        '識別子。どの計画段階でも同じ',
      )
    : id(
        `Readable and stable identity, such as ${example}. Of what is read at a stage it ends with that stage (${idAtStage(example, 'DRAFT')}); arguments and filters take both.`,
        '識別子。計画段階を指定して得たものは末尾に@と段階が付く',
      );

/** What every node promises. */
export const nodeFields = {
  id: identity('honjo:measure:5-1-1'),
  thingId: {
    kind: 'computed',
    type: 'ID',
    required: true,
    from: ['id'],
    compute: ([id]) => String(id),
    description: describe(
      'The id without a stage: which thing it is, whatever the stage as which it is read.',
      '計画段階によらない識別子',
    ),
  },
  municipalityKey: {
    kind: 'computed',
    type: 'ID',
    from: ['municipality'],
    renamed: true,
    compute: ([key]) => (key as string | null | undefined) ?? null,
    description: describe(
      'Key of the municipality to which it belongs, with which its ids begin; null for what all share, such as SDGs.',
      '市区町村のキー。SDGsなど共通のものはnull',
    ),
  },
} satisfies Record<string, FieldDeclaration>;

/** What every node has in the graph and no schema shows. */
export const internalFields = {
  municipality: text('Id prefix of the municipality; null for what all share.', '市区町村', {
    internal: true,
    nullable: true,
  }),
  sortKey: text('Natural order: numbers before names, 2 before 10.', '並び順', { internal: true, perStage: true }),
} satisfies Record<string, FieldDeclaration>;

/** What a frame has beside that. */
export const frameFields = {
  shownAt: choice(PlanStage, 'Stages that show it, whether they speak of it or not.', '表示する計画段階', {
    internal: true,
    list: true,
  }),
} satisfies Record<string, FieldDeclaration>;

/** What every named thing promises beside `stages`, `effective` and `sources`, which every stored fact has. */
export const entityFields = {
  name: text('Japanese name, the effective one.', '名称', { perStage: true }),
  nameEn: text('English name, translated for this service.', '英語名', { nullable: true }),
  aliases: text("Former names and other spellings that are the city's own.", '別名', { list: true }),
  misspellings: text(
    'Slips of the text exports in its name: never a spelling of the city, but it is found by them. The remarks of the document (`SourceDocument.issues`) say on which line one stands, and why it is a slip.',
    '読み取り誤り',
    { list: true },
  ),
  summary: text("One sentence in this service's own words, in Japanese.", '要約', { nullable: true }),
  summaryEn: text("One sentence in this service's own words, in English.", '要約（英語）', { nullable: true }),
  presence: choice(
    Presence,
    'What is known of it at the stage that is looked at, or in all; null in data that an earlier version loaded.',
    '把握の程度',
    { nullable: true, perStage: true, fromDataset: true },
  ),
  changes: list(
    'Change',
    into('CHANGES'),
    'What happened to it between stages, oldest first; filters and orders count those that are not UNCHANGED.',
    '変更の経緯（件数の条件・並び順では、変更なしを数えない）',
    { uncounted: { property: 'kind', value: 'UNCHANGED' } },
  ),
  passages: list('Passage', into('TEXT_OF'), "The document's own text about it; empty unless it was imported.", '本文'),
} satisfies Record<string, FieldDeclaration>;

/** The stages that assert a fact; on every node and edge of the graph. */
export const stagesField = choice(
  PlanStage,
  'Stages whose documents assert or name it, in the order of the planning cycle; empty where none does.',
  '計画段階',
  { list: true },
);

/** What every edge of the graph has beside its sources. */
export const edgeProperties: Readonly<Record<string, PropertyDeclaration>> = {
  printedAs: text('How the document names it, where that differs from its name.', '文書での表記', { nullable: true }),
  stages: stagesField,
  effective: flag('True when the latest stage that speaks of the link keeps it.', '有効かどうか'),
};

/** What a filter can ask about a link, be it an edge or a way of several. */
export const linkProperties: Readonly<Record<string, PropertyDeclaration>> = {
  ...edgeProperties,
  derived: flag(
    'True where no document states the link, as it follows from others; then `printedAs` is null.',
    '導出したものかどうか',
  ),
};
