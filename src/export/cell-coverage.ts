/** What was not read of the rows of a table: asked for beside what was posted, at every level, and put in the place of nothing. */
import {
  type GraphQLOutputType,
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  parse,
  type SelectionNode,
} from 'graphql';
import type { Environment } from '../graph/selection.js';
import { findNode, relationshipsOf } from '../model/model.js';
import { type Selected, selectedFields, selectionsBelow, UnreadValue } from './columns.js';

/** The response key of how far was read what an object is related with; one that no client is likely to use. */
const coverageKey = 'coverageOfCellsOfExport';

/** Of the objects of one selection: which keys show a field that can be unread, and what is selected below a key. */
export interface CellCoverage {
  /** What is asked for beside what was posted; nothing where all cells are read or unread as a whole. */
  readonly selections: readonly SelectionNode[];
  readonly shown: ReadonlyMap<string, readonly Selected[]>;
  readonly below: ReadonlyMap<string, CellCoverage>;
}

/** How far cells are asked for that show what things are related with; things that can not tell are left out. */
export function cellCoverageOf(
  environment: Environment,
  type: GraphQLOutputType,
  selections: readonly SelectionNode[],
): CellCoverage {
  const named = getNamedType(type).name;
  const fields = selectedFields(environment, type, selections);
  const shown = new Map<string, readonly Selected[]>();
  const below = new Map<string, CellCoverage>();
  const asked: SelectionNode[] = [];
  const byOwner = new Map<string, Set<string>>();
  for (const field of fields) {
    const { key, name, owner } = field;
    if (!isCompositeType(getNamedType(field.type))) continue;
    const node = findNode(owner);
    if (node?.entity && relationshipsOf(node).some(([related]) => related === name)) {
      shown.set(name, [...(shown.get(name) ?? []), field]);
      byOwner.set(owner, (byOwner.get(owner) ?? new Set()).add(name));
    }
    const inner = cellCoverageOf(environment, field.type, selectionsBelow(field));
    const [first] = field.nodes;
    if (inner.selections.length === 0 || !first) continue;
    below.set(key, inner);
    const selectionSet = { kind: Kind.SELECTION_SET, selections: inner.selections } as const;
    asked.push(...of(owner, named, [{ ...first, selectionSet }], environment));
  }
  for (const [owner, names] of byOwner) asked.push(...of(owner, named, coverageOfFields([...names]), environment));
  return { selections: asked, shown, below };
}

/** Selections of a type, where an object may be of another one. */
function of(
  owner: string,
  named: string,
  selections: readonly SelectionNode[],
  { schema }: Environment,
): readonly SelectionNode[] {
  if (owner === named || !isObjectType(schema.getType(owner))) return selections;
  return [
    {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: owner } },
      selectionSet: { kind: Kind.SELECTION_SET, selections },
    },
  ];
}

function coverageOfFields(names: readonly string[]): readonly SelectionNode[] {
  const fields = names.map((name) => JSON.stringify(name)).join(', ');
  const [operation] = parse(`{ ${coverageKey}: coverage(fields: [${fields}]) { field coverage { state } } }`, {
    noLocation: true,
  }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('expected an operation');
  return operation.selectionSet.selections;
}

type Answered = Readonly<Record<string, unknown>>;

/** What a cell says of what was not read, or not all of it; null where it is left empty. */
export type UnreadWords = Readonly<Record<'PARTIAL' | 'NOT_READ', string>> | null;

export interface Told {
  readonly words: UnreadWords;
  /** Hears of each selected field of which not all was read of some object, with those above it. */
  readonly onUnread: (way: readonly Selected[]) => void;
}

/** An object with what was not read in the place of nothing, and without what was asked for beside it. */
export function withUnread(
  value: unknown,
  coverage: CellCoverage | undefined,
  told: Told,
  above: readonly Selected[] = [],
): unknown {
  if (!coverage || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((each) => withUnread(each, coverage, told, above));
  const { [coverageKey]: said = [], ...own } = value as Answered;
  const answer: Record<string, unknown> = { ...own };
  for (const [key, inner] of coverage.below) {
    if (!(key in own)) continue;
    const way = [...coverage.shown.values()].flat().filter((field) => field.key === key);
    answer[key] = withUnread(own[key], inner, told, [...above, ...way]);
  }
  for (const {
    field,
    coverage: { state },
  } of said as readonly {
    readonly field: string;
    readonly coverage: { readonly state: 'COMPLETE' | 'PARTIAL' | 'NOT_READ' };
  }[]) {
    if (state === 'COMPLETE') continue;
    const unread = new UnreadValue(told.words?.[state] ?? null);
    for (const selected of coverage.shown.get(field) ?? []) {
      if (!(selected.key in own)) continue;
      told.onUnread([...above, selected]);
      answer[selected.key] = inPlaceOfNothing(answer[selected.key], unread);
    }
  }
  return answer;
}

/** Nothing, a 0 or an empty list of a connection is not known; what there is stays. */
function inPlaceOfNothing(value: unknown, unread: UnreadValue): unknown {
  if (value === null || (Array.isArray(value) && value.length === 0)) return unread;
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  const parts = Object.entries(value as Answered);
  return Object.fromEntries(
    parts.map(([key, part]) => [key, part === 0 || (Array.isArray(part) && part.length === 0) ? unread : part]),
  );
}
