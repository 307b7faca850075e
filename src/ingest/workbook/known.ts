/** The things of one sheet, which other sheets refer to by code, name or both. */
import { ofNoCycle } from '../../model/cycle-id.js';
import { nearest } from '../dataset/suggestions.js';
import { push } from './lists.js';
import { codeAndRest } from './mapping/code-in-front.js';

/** A thing that others refer to by its code or its name. */
export interface Named {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
}

/** Names are compared in one width and case, without blanks. */
export const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** The end of an id, made of a name. */
export const slug = (name: string): string => ofNoCycle(name.normalize('NFKC').replace(/[\s|:@]+/g, ''));

/** An id without the key of the city and the word of its type. */
export const localId = (id: string): string => id.split(':').slice(2).join(':');

/** Dashes of all kinds between figures. */
const dashes = /(?<=\d)[\u2010-\u2015\u2212\u30fc\uff70](?=\d)/g;

/** Stand for the code and the name of a thing where they are not known. */
const any = { code: '?code', name: '?name' } as const;

export class KnownThings<Thing extends Named = Named> {
  readonly #byCode = new Map<string, Thing[]>();
  readonly #byName = new Map<string, Thing[]>();
  /** Codes and names of things that could not be read as a whole: what follows from that is not said. */
  readonly #broken = new Set<string>();
  readonly #all: Thing[] = [];

  get size(): number {
    return this.#all.length;
  }

  /** Whether any thing has a code. */
  get hasCodes(): boolean {
    return this.#byCode.size > 0;
  }

  get first(): Thing | undefined {
    return this.#all[0];
  }

  get ids(): readonly string[] {
    return this.#all.map(({ id }) => id);
  }

  add(thing: Thing): void {
    const { code, name } = thing;
    this.#all.push(thing);
    if (code) push(this.#byCode, fold(code), thing);
    for (const each of new Set([fold(name), fold(`${code ?? ''}${name}`)])) push(this.#byName, each, thing);
  }

  /** Notes a further way in which a thing is written. */
  alsoCalled(text: string, thing: Thing): void {
    const named = this.#byName.get(fold(text)) ?? [];
    if (!named.includes(thing)) this.#byName.set(fold(text), [...named, thing]);
  }

  /** The thing that a text names by its code, its name, or both: 1-1, 子育て支援, 「1-1 子育て支援」. */
  find(text: string): Thing | null {
    const found = this.allNamed(text);
    // A name that two things have names neither.
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  /** How many things a text names. */
  countOf(text: string): number {
    return this.allNamed(text).length;
  }

  /** All things that a text names. */
  allNamed(text: string): readonly Thing[] {
    const wanted = fold(text).replace(dashes, '-');
    return this.#byCode.get(wanted) ?? this.#byName.get(wanted) ?? this.#ofBoth(text);
  }

  /** The things that a text names by their code and their name, with a mark between these: 1-1：子育て支援. */
  #ofBoth(text: string): readonly Thing[] {
    const front = codeAndRest(text);
    const coded = front ? (this.#byCode.get(fold(front.code).replace(dashes, '-')) ?? []) : [];
    return coded.filter(({ name }) => fold(name) === fold(front?.rest ?? ''));
  }

  /** What a text that names nothing was probably meant to be. */
  nearestTo(text: string): string | null {
    const own = this.meantByCode(text);
    if (own !== null) return own;
    return nearest(
      text,
      this.#all.flatMap(({ code, name }) => (code ? [code, name] : [name])),
    );
  }

  /** The same as far as a code in the text tells it: without the zeros in front, or before another name. */
  meantByCode(text: string): string | null {
    return this.#withZeros(text) ?? this.#ofCodeInFront(text);
  }

  /** The code of which a spreadsheet program left out the zeros in front: 00101 of 101. */
  #withZeros(text: string): string | null {
    const bare = (code: string) => fold(code).replace(/^0+(?=\d)/, '');
    const wanted = fold(text);
    const found = /^\d+$/.test(wanted) ? [...this.#byCode.keys()].filter((code) => bare(code) === bare(wanted)) : [];
    const [code, ...more] = found.filter((each) => each !== wanted);
    return code !== undefined && more.length === 0 ? (this.#byCode.get(code)?.[0]?.code ?? null) : null;
  }

  /** What the code in front of another name is the code of: 1-1 子育て支援 of 「1-1 健康づくり」. */
  #ofCodeInFront(text: string): string | null {
    const front = codeAndRest(text);
    const found = front ? this.#byCode.get(fold(front.code).replace(dashes, '-')) : undefined;
    const [thing, ...more] = found ?? [];
    return thing && more.length === 0 ? `${thing.code} ${thing.name}` : null;
  }

  /** Notes a thing whose code or name is not known, which was said: whoever refers to an unknown one may mean it. */
  breakOff(code: string | null, name: string | null): void {
    this.#broken.add(code === null ? any.code : fold(code));
    this.#broken.add(name === null ? any.name : fold(name));
  }

  isBroken(text: string): boolean {
    const wanted = fold(text);
    const front = codeAndRest(text)?.code;
    return (
      this.#broken.has(wanted) ||
      (front !== undefined && this.#broken.has(fold(front).replace(dashes, '-'))) ||
      this.#broken.has(/^\d/.test(wanted) ? any.code : any.name) ||
      (this.#broken.has(any.name) && /^\d[\d-]*[^\d-]/.test(wanted))
    );
  }
}
