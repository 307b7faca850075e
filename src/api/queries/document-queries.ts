/** Documents: what was read from which of their lines, and the lines themselves where their text was imported. */
import {
  aboutTheDataset,
  documentFacts,
  type DocumentFact as Fact,
  factsBetween,
} from '../../analysis/document-facts.js';
import { statement } from '../../analysis/statements.js';
import type { NodeReference } from '../../graph/projection.js';
import { type ReadyPage, readyPageById } from '../../graph/ready-page.js';
import { describe } from '../../model/declaration.js';
import { PlanStage, type Stage } from '../../model/enums.js';
import type { RequestContext } from '../context.js';
import { between } from '../types/argument-limits.js';
import { addTo, argument, computed, field, object, t } from '../types/declare.js';
import { RelationshipType } from '../types/enums.js';
import { Node, nodeOf, pageArguments } from '../types/objects.js';
import { inBothLanguages, pageInfo } from './shared-fields.js';

const factsText = statement('document-facts');
const linesText = statement('document-lines');

/** Why there are no lines to read, and what would bring them. */
const textNote = describe(
  'The text of the documents is not part of this dataset: it is the publisher’s. Whoever has the documents puts it into a database of their own with `npm run extract -- <folder> --with-text` and then `npm run load`; the lines are shown here from then on.',
  '文書の本文は発行者のものであり、このデータセットには含まれていません。文書をお持ちの場合は「npm run extract -- <フォルダ> --with-text」に続けて「npm run load」を実行すると、ご自身のデータベースに本文が入り、ここに表示されます。',
);

/** What was read from a document. A request that asks about it several times reads it once. */
async function factsOf({ id }: NodeReference, { engine }: RequestContext): Promise<readonly Fact[]> {
  const stored = await engine.byKeys(factsText, { left: aboutTheDataset }, id);
  return documentFacts(id, (stored ?? []) as Parameters<typeof documentFacts>[1]);
}

/** How many lines a document has, and what they say; null where its text was not imported. */
async function linesOf({ id }: NodeReference, { engine }: RequestContext) {
  const [count, content] = ((await engine.byKeys(linesText, {}, id)) ?? [0, null]) as [
    number,
    readonly string[] | null,
  ];
  return { count, content };
}

const places = {
  firstLine: [t.int, 'First line, 1-based; of a sheet its row. [開始行]'],
  lastLine: [t.int, 'Last line. [終了行]'],
  cells: [t.nullable(t.string), 'The cells of a sheet, such as B12:F12; null of lines of text. [セル]'],
} as const;

const DocumentFact = object<Fact>(
  'DocumentFact',
  'Something that lines of a document say: that there is a thing, or how two things are linked. [文書から読み取った事実]',
  {
    id: [t.id, 'The same for the same fact. [識別子]'],
    ...places,
    stage: [t.nullable(t.enum<Stage>(PlanStage)), 'The stage that the lines speak for. [計画段階]'],
    relationship: [
      t.nullable(t.enum<NonNullable<Fact['relationship']>>(RelationshipType)),
      'How the two things are linked; null where the lines speak of one thing. [関係の種類]',
    ],
    printedAs: [
      t.nullable(t.string),
      'How the lines name the second thing, where that differs from its name. [文書での表記]',
    ],
    effective: [t.boolean, 'Whether it is in force. [有効かどうか]'],
  },
  {
    // As in force, whatever the stage of the lines: their document is the same at every stage.
    subject: computed(
      Node,
      'The thing, or the one from which the link goes out. [対象]',
      ({ subject }: Fact, _given, { engine }, info) => engine.byId('Node', subject, info),
    ),
    target: computed(
      t.nullable(Node),
      'The thing to which the link leads. [関係先]',
      ({ target }: Fact, _given, { engine }, info) => (target === null ? null : engine.byId('Node', target, info)),
    ),
    ...inBothLanguages(
      'sentence',
      ['The fact in Japanese words. [内容]', 'The fact in English words. [内容（英語）]'],
      ({ sentence }: Fact) => sentence,
    ),
  },
);

const count = [t.int, 'How many there are, regardless of the page. [総件数]'] as const;
const cursor = [t.string, 'Its place in the list. [カーソル]'] as const;

const DocumentFactEdge = object('DocumentFactEdge', 'A fact in a list. [一覧の要素]', {
  cursor,
  node: [DocumentFact, 'The fact. [事実]'],
});

interface Paged {
  readonly page: ReadyPage<unknown>;
}

const DocumentFactConnection = object(
  'DocumentFactConnection',
  'What was read from a document, page by page. [文書から読み取った事実の一覧]',
  {
    totalCount: count,
    nodes: [t.list(DocumentFact), 'The page. [ページの内容]'],
    edges: [t.list(DocumentFactEdge), 'The page with cursors. [カーソル付きの内容]'],
  },
  { pageInfo },
);

interface Line {
  readonly id: string;
  readonly number: number;
  readonly text: string | null;
  readonly facts: readonly Fact[];
}

const SourceLine = object<Line>('SourceLine', 'A line of a document. [文書の行]', {
  id: [t.id, 'The document and the number. [識別子]'],
  number: [t.int, 'Number of the line, 1-based. [行番号]'],
  text: [t.nullable(t.string), 'The line as it stands in the text export; null where that was not imported. [本文]'],
  facts: [t.list(DocumentFact), 'What was read from it, alone or together with other lines. [読み取った事実]'],
});

const SourceLineEdge = object('SourceLineEdge', 'A line in a list. [一覧の要素]', {
  cursor,
  node: [SourceLine, 'The line. [行]'],
});

const SourceLineConnection = object(
  'SourceLineConnection',
  'Lines of a document, page by page. [文書の行の一覧]',
  {
    totalCount: count,
    nodes: [t.list(SourceLine), 'The page. [ページの内容]'],
    edges: [t.list(SourceLineEdge), 'The page with cursors. [カーソル付きの内容]'],
  },
  { pageInfo },
);

const range = {
  firstLine: argument(t.nullable(t.int), 'Only from this line on; null means from the first. [この行から]', between(1)),
  lastLine: argument(t.nullable(t.int), 'Only up to this line; null means up to the last. [この行まで]', between(1)),
};

/** A page as a connection has it. */
function connected<Entry extends { readonly id: string }>(
  list: string,
  all: readonly Entry[],
  given: Parameters<typeof readyPageById>[2],
): Paged & {
  readonly totalCount: number;
  readonly nodes: readonly Entry[];
  readonly edges: readonly { readonly cursor: string; readonly node: Entry }[];
} {
  const page = readyPageById(list, all, given);
  return { totalCount: all.length, nodes: page.entries, edges: page.edges(), page };
}

/** What a document says of itself and of its lines, when the engine has assembled it. */
addTo<NodeReference>(nodeOf('SourceDocument'), {
  citedBy: field({
    type: DocumentFactConnection,
    description:
      'The facts that were read from it, at every stage, in the order of its lines; a fact that several places state is there for each. [この文書から読み取った事実（行順）]',
    args: { ...range, ...pageArguments },
    extensions: { cost: 50 },
    resolve: async (document: NodeReference, { firstLine, lastLine, ...given }, context) => {
      const facts = await factsOf(document, context);
      const between = factsBetween(facts, firstLine ?? 1, lastLine ?? Number.POSITIVE_INFINITY);
      return connected(`${document.id} citedBy`, between, given);
    },
  }),
  lines: field({
    type: SourceLineConnection,
    description:
      'Its lines, with what was read from each; their words only where the text of the document was imported (`textNote`). [行ごとの本文と読み取った事実]',
    args: {
      ...range,
      cited: argument(
        t.nullable(t.boolean),
        'Only lines from which something was read, or only the others; null means all. [読み取った事実がある行だけか、ない行だけか]',
      ),
      ...pageArguments,
    },
    extensions: { cost: 50 },
    resolve: async (document: NodeReference, { firstLine, lastLine, cited, ...given }, context) => {
      const [facts, { count, content }] = await Promise.all([factsOf(document, context), linesOf(document, context)]);
      const byLine = new Map<number, Fact[]>();
      for (const fact of facts)
        for (let number = fact.firstLine; number <= fact.lastLine; number++)
          byLine.set(number, [...(byLine.get(number) ?? []), fact]);
      const [first, last] = [firstLine ?? 1, Math.min(lastLine ?? count, count)];
      const numbers = Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index);
      const all = numbers
        .filter((number) => cited === null || byLine.has(number) === cited)
        .map(
          (number): Line => ({
            id: `${document.id}:${number}`,
            number,
            text: content?.[number - 1] ?? null,
            facts: byLine.get(number) ?? [],
          }),
        );
      return connected(`${document.id} lines`, all, given);
    },
  }),
  textIncluded: computed(
    t.boolean,
    'Whether its text was imported, so that its lines can be read. [本文が含まれているか]',
    async (document, _given, context) => (await linesOf(document, context)).content !== null,
  ),
  textNote: computed(
    t.nullable(t.string),
    'Why its lines cannot be read, and what would bring them, in Japanese; null where they can. [本文がない理由]',
    async (document, _given, context) => ((await linesOf(document, context)).content === null ? textNote.ja : null),
  ),
  textNoteEn: computed(
    t.nullable(t.string),
    'The same in English. [本文がない理由（英語）]',
    async (document, _given, context) => ((await linesOf(document, context)).content === null ? textNote.en : null),
  ),
});

const textsText = statement('texts-imported');

/** Null where the city of a statement has the text of its documents. */
const noteOf = async ({ id }: NodeReference, { engine }: RequestContext) =>
  (await engine.byKeys(textsText, {}, id)) === true ? null : textNote;

addTo<NodeReference>(nodeOf('Vision'), {
  textNote: computed(
    t.nullable(t.string),
    'Why it has no words, and what would bring them, in Japanese; null where the text of the documents was imported. [本文がない理由]',
    async (vision, _given, context) => (await noteOf(vision, context))?.ja ?? null,
  ),
  textNoteEn: computed(
    t.nullable(t.string),
    'The same in English. [本文がない理由（英語）]',
    async (vision, _given, context) => (await noteOf(vision, context))?.en ?? null,
  ),
});
