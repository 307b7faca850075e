/** What a table for people says of itself: its name, and on a sheet of its own what it answers and of which data. */
import type { GraphQLSchema } from 'graphql';
import type { Labels, Language } from '../labels/labels.js';
import { readId } from '../model/stage-id.js';
import { aboutRows, aboutSheet, type DataFacts } from './about.js';
import { type ConditionWords, conditionsOf, idsIn, orderOf, subjectOf } from './conditions.js';
import type { ExportedOperation } from './exported-operation.js';
import { dayOf, fileName, plainFileName } from './file-name.js';
import type { MadeTable } from './made-table.js';
import type { AskForPage } from './open-table.js';
import type { FurtherSheet } from './workbook.js';

export interface TellOptions {
  readonly language: Language;
  readonly labels: Labels;
  readonly schema: GraphQLSchema;
  readonly now: Date;
  /** The address that gives the table again. */
  readonly address: string;
  /** Asks for what is said of the data and of what the conditions name. */
  readonly ask: AskForPage;
}

export interface ToldTable {
  /** What is listed. */
  readonly subject: string;
  /** The name of the file without its ending, and in letters that every client takes. */
  readonly name: string;
  readonly plainName: string;
  /** The sheets behind the table; asked for when its rows have been taken. */
  readonly sheets: () => readonly FurtherSheet[];
}

/** Ids whose names are looked up, at most: a list of more says nothing to a reader. */
const mostNames = 50;

interface Facts extends DataFacts {
  readonly nodes: readonly ({ readonly id: string; readonly name?: string; readonly nameEn?: string | null } | null)[];
}

const factsOperation = `query AboutTheTable($ids: [ID!]!) {
  nodes(ids: $ids) { id ... on Entity { name nameEn } }
  datasets { municipality revision loadedAt }
}`;

export async function tellOf(read: ExportedOperation, table: MadeTable, options: TellOptions): Promise<ToldTable> {
  const { language, labels, schema, now, address, ask } = options;
  const facts = (await ask(factsOperation, { ids: idsIn(read).slice(0, mostNames) })) as unknown as Facts;
  const words: ConditionWords = { language, labels, names: namesIn(facts.nodes, language) };
  const conditions = conditionsOf(read, words);
  const subject = subjectOf(read, labels, schema);
  const day = dayOf(now);
  const sheets = (): readonly FurtherSheet[] => {
    const order = orderOf(read, words);
    const { coverage, cited, unread, hasBlanks = false } = table;
    const about = {
      language,
      labels,
      subject,
      conditions,
      order,
      coverage,
      unread: [...unread],
      hasBlanks,
      facts: { datasets: datasetsOf(facts, coverage) },
      day,
      address,
      cited,
    };
    return [{ sheet: aboutSheet(about), rows: aboutRows({ ...about, rows: table.rows() }) }];
  };
  return {
    subject,
    name: fileName(subject, conditions, day),
    plainName: plainFileName(read.path.join('.'), conditions, day),
    sheets,
  };
}

/** The datasets of the cities that the table is about; of all, where that is not told. */
function datasetsOf({ datasets }: DataFacts, coverage: MadeTable['coverage']): DataFacts['datasets'] {
  const cities = (coverage?.municipalities ?? []).map(({ municipality }) => municipality);
  return cities.length === 0 ? datasets : datasets.filter(({ municipality }) => cities.includes(municipality));
}

/** "5-2 …": what things are called by their ids. */
const namesIn = (found: Facts['nodes'], language: Language): ReadonlyMap<string, string> =>
  new Map(
    found.flatMap((thing) => {
      if (!thing?.name) return [];
      const tail = readId(thing.id).id.split(':').at(-1) ?? '';
      const name = (language === 'en' ? thing.nameEn : null) ?? thing.name;
      return [[thing.id, /^[\d-]+$/.test(tail) ? `${tail} ${name}` : name] as const];
    }),
  );
