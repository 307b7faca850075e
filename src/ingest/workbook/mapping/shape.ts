/**
 * What a YAML file may hold. From one shape follow its reading, with the line and column of whatever is wrong, and its JSON
 * Schema, by which editors complete it.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar } from 'yaml';
import type { Description } from '../../../model/declaration.js';
import { nearest } from '../../dataset/suggestions.js';
import { words } from './words.js';

interface Described {
  /** What it is for, in both languages. */
  readonly about: Description;
}

/** A text or a number, taken as it is written: 010006 keeps its zero. */
export interface TextShape extends Described {
  readonly kind: 'text';
  /** What it must be one of. */
  readonly values?: readonly string[];
  readonly pattern?: RegExp;
  /** Of whole numbers, the least one. */
  readonly minimum?: number;
  readonly mayBeEmpty?: boolean;
}

export interface ListShape extends Described {
  readonly kind: 'list';
  readonly of: Shape;
}

/** What one property holds, by what another one is. */
interface Depending {
  readonly property: string;
  readonly on: string;
  readonly shapes: Readonly<Record<string, Shape>>;
}

/** Named values of different kinds; with `exactlyOne`, one of those names and no other; with `atLeastOne`, one of those or more. */
export interface RecordShape extends Described {
  readonly kind: 'record';
  readonly properties: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly exactlyOne?: readonly string[];
  readonly atLeastOne?: readonly string[];
  readonly depending?: readonly Depending[];
}

/** Values of one kind, by names that are free. */
export interface DictionaryShape extends Described {
  readonly kind: 'dictionary';
  readonly of: Shape;
}

/** Shapes of different kinds: a text, a list, or named values. */
export interface EitherShape extends Described {
  readonly kind: 'either';
  /** What the JSON Schema calls a choice that many properties have, to hold it once. */
  readonly name?: string;
  readonly of: readonly Shape[];
}

export type Shape = TextShape | ListShape | RecordShape | DictionaryShape | EitherShape;

/** A place in the file, from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Text extends Place {
  readonly kind: 'text';
  readonly text: string;
}

export interface List extends Place {
  readonly kind: 'list';
  readonly items: readonly Told[];
}

export interface Entries extends Place {
  readonly kind: 'entries';
  readonly lastLine: number;
  /** The values by their names, with the place of each name. */
  readonly entries: ReadonlyMap<string, { readonly at: Place; readonly value: Told }>;
}

/** What a file says, with the place of each part of it. */
export type Told = Text | List | Entries;

/** What is wrong at a place. */
export interface Problem extends Place {
  readonly words: Description;
}

/** A file that people write is far smaller. */
export const largestText = 2 ** 20;

/** Aliases of aliases multiply what they stand for. */
const mostAliases = 100;

export function readShaped(text: string, shape: Shape): { readonly told: Told | null; readonly problems: Problem[] } {
  if (text.length > largestText) return { told: null, problems: [{ line: 1, column: 1, words: words.tooLarge }] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems: Problem[] = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    ...placeAt(pos[0]),
    words: words.notYaml(message),
  }));
  if (problems.length > 0) return { told: null, problems };

  const say = (node: Node | null, sentence: Description): null => {
    problems.push({ ...placeAt(node?.range?.[0] ?? 0), words: sentence });
    return null;
  };

  let aliases = 0;
  /** What an alias stands for. */
  const resolved = (node: Node | null): Node | null => {
    if (!isAlias(node)) return node;
    aliases += 1;
    return node.resolve(document) ?? null;
  };

  function read(given: Node | null, wanted: Shape): Told | null {
    const node = resolved(given);
    if (aliases > mostAliases) return null;
    if (wanted.kind === 'either') {
      const fitting = wanted.of.find((each) => fits(node, each));
      return fitting
        ? read(node, fitting)
        : say(
            node,
            words.otherKind(
              wanted.of.map(({ kind }) => kind),
              kindOf(node),
            ),
          );
    }
    if (!fits(node, wanted)) return say(node, words.otherKind([wanted.kind], kindOf(node)));
    if (wanted.kind === 'text') return readText(node, wanted);
    if (wanted.kind === 'list') return readList(node, wanted);
    return readEntries(node, wanted);
  }

  function readText(node: Node | null, wanted: TextShape): Text | null {
    if (!isScalar(node)) return null;
    const said = textOf(node);
    if (said === '' && !wanted.mayBeEmpty) return say(node, words.noText);
    if (wanted.values && !wanted.values.includes(said))
      return say(node, words.noneOf(wanted.values, said, nearest(said, wanted.values)));
    if (wanted.pattern && !wanted.pattern.test(said)) return say(node, words.otherForm(wanted.about, said));
    return { kind: 'text', text: said, ...placeAt(node.range?.[0] ?? 0) };
  }

  function readList(node: Node | null, wanted: ListShape): List | null {
    if (!isSeq(node)) return null;
    if (node.items.length === 0) return say(node, words.emptyList);
    const items = node.items.map((item) => read(item as Node | null, wanted.of)).filter((item) => item !== null);
    return { kind: 'list', items, ...placeAt(node.range?.[0] ?? 0) };
  }

  function readEntries(node: Node | null, wanted: RecordShape | DictionaryShape): Entries | null {
    if (!isMap(node)) return null;
    const place = placeAt(node.range?.[0] ?? 0);
    const lastLine = placeAt(Math.max(0, (node.range?.[1] ?? 1) - 1)).line;
    const entries = new Map<string, { at: Place; value: Told }>();
    const names = node.items.map(({ key }) => (isScalar(key) ? textOf(key) : ''));
    const shapeOf = wanted.kind === 'dictionary' ? () => wanted.of : shapesOf(node, wanted);
    for (const [index, { key, value }] of node.items.entries()) {
      const name = names[index] ?? '';
      const keyNode = key as Node | null;
      const shape = shapeOf(name);
      if (!shape) {
        const known = wanted.kind === 'record' ? Object.keys(wanted.properties) : [];
        say(keyNode, words.unknownName(known, name, nearest(name, known)));
        continue;
      }
      // A name without a colon has no value; what is said of it is said at the name.
      const told = value === null ? say(keyNode, words.noText) : read(value as Node, shape);
      if (told) entries.set(name, { at: placeAt(keyNode?.range?.[0] ?? 0), value: told });
    }
    if (wanted.kind === 'record') checkNames(node, names, wanted);
    return { kind: 'entries', lastLine, entries, ...place };
  }

  /** The shape of each property; of one that depends on another, by what that says. */
  function shapesOf(node: Node, { properties, depending = [] }: RecordShape): (name: string) => Shape | null {
    const chosen = new Map<string, Shape>();
    for (const { property, on, shapes } of depending) {
      const other = isMap(node) ? resolved((node.get(on, true) as Node | undefined) ?? null) : null;
      const said = isScalar(other) ? textOf(other) : '';
      const shape = Object.hasOwn(shapes, said) ? shapes[said] : undefined;
      if (shape) chosen.set(property, shape);
    }
    return (name) => chosen.get(name) ?? (Object.hasOwn(properties, name) ? (properties[name] ?? null) : null);
  }

  function checkNames(
    node: Node,
    names: readonly string[],
    { required = [], exactlyOne = [], atLeastOne = [] }: RecordShape,
  ): void {
    const missing = required.filter((name) => !names.includes(name));
    if (missing.length > 0) say(node, words.missingNames(missing));
    const given = exactlyOne.filter((name) => names.includes(name));
    if (exactlyOne.length > 0 && given.length !== 1) say(node, words.notOne(exactlyOne, given));
    if (atLeastOne.length > 0 && !atLeastOne.some((name) => names.includes(name)))
      say(node, words.noneNamed(atLeastOne));
  }

  const told = read(document.contents as Node | null, shape);
  if (aliases > mostAliases)
    return { told: null, problems: [{ line: 1, column: 1, words: words.tooManyAliases(mostAliases) }] };
  return { told, problems };
}

/** What a scalar says: a number as it is written, not what it comes to. */
const textOf = ({ value, source, type }: Scalar): string =>
  (type === 'PLAIN' && typeof value !== 'string' ? (source ?? '') : String(value)).trim();

type Kind = 'text' | 'list' | 'entries' | 'nothing';

function kindOf(node: Node | null): Kind {
  if (isSeq(node)) return 'list';
  if (isMap(node)) return 'entries';
  return isScalar(node) && node.value !== null ? 'text' : 'nothing';
}

const fits = (node: Node | null, { kind }: Shape): boolean => {
  const found = kindOf(node);
  return kind === 'text' ? found === 'text' : kind === 'list' ? found === 'list' : found === 'entries';
};
