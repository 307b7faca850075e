/** What was read from a document, line by line. */
import type { EdgeName, NodeName } from '../model/declaration.js';
import type { Stage } from '../model/enums.js';
import { nodes } from '../model/model.js';
import { readSource } from '../model/stored-sources.js';
import { type Label, labelOf, type StoredNames, sentenceOf } from './wording.js';

/** A thing or a link that some lines of a document speak of. */
export interface DocumentFact {
  /** The document, the lines with their stage, and what they speak of: the same for the same fact. */
  readonly id: string;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly cells: string | null;
  readonly stage: Stage | null;
  /** The thing, or the one from which the link goes out. */
  readonly subject: string;
  /** Null where the lines speak of the thing itself. */
  readonly relationship: EdgeName | null;
  readonly target: string | null;
  readonly printedAs: string | null;
  readonly effective: boolean;
  readonly sentence: Label;
}

/** A row of `document-facts.cypher`; what is behind `effective` is there for links only. */
type StoredFact = readonly [
  source: string,
  type: NodeName,
  id: string,
  names: StoredNames,
  effective: boolean,
  relationship?: EdgeName,
  targetType?: NodeName,
  target?: string,
  targetNames?: StoredNames,
  printedAs?: string | null,
];

/** What says something of the dataset: how much of a document was read, and what was odd in it. */
export const aboutTheDataset: readonly NodeName[] = [
  ...nodes.filter(({ metadata }) => metadata).map(({ name }) => name),
  'ExtractionIssue',
];

const rank = new Map(nodes.map(({ name }, index) => [name, index]));

/** The facts in the order of their lines; on a line, things before links, as the model has their types. */
export function documentFacts(document: string, stored: readonly StoredFact[]): readonly DocumentFact[] {
  const order = (a: StoredFact, b: StoredFact) =>
    Number(a[5] !== undefined) - Number(b[5] !== undefined) || (rank.get(a[1]) ?? 0) - (rank.get(b[1]) ?? 0);
  return stored
    .map((row) => ({ row, fact: factOf(document, row) }))
    .sort(
      (a, b) =>
        a.fact.firstLine - b.fact.firstLine ||
        a.fact.lastLine - b.fact.lastLine ||
        order(a.row, b.row) ||
        (a.fact.id < b.fact.id ? -1 : 1),
    )
    .map(({ fact }) => fact);
}

function factOf(document: string, stored: StoredFact): DocumentFact {
  const [source, type, subject, names, effective, relationship = null, targetType, target = null, targetNames] = stored;
  const { firstLine, lastLine, cells, stage } = readSource(source);
  const label = labelOf(type, names);
  const sentence =
    relationship && targetType && targetNames
      ? sentenceOf(relationship, label, labelOf(targetType, targetNames))
      : label;
  const lines = [document, `${firstLine}-${lastLine}${cells === null ? '' : `!${cells}`}`, ...(stage ? [stage] : [])];
  return {
    id: [lines.join(':'), subject, ...(relationship && target ? [relationship, target] : [])].join(' '),
    firstLine,
    lastLine,
    cells,
    stage,
    subject,
    relationship,
    target,
    printedAs: stored[9] ?? null,
    effective,
    sentence,
  };
}

/** Those that lines of a range speak of. */
export const factsBetween = (facts: readonly DocumentFact[], first: number, last: number): readonly DocumentFact[] =>
  facts.filter(({ firstLine, lastLine }) => firstLine <= last && lastLine >= first);
