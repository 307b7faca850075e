/** The sheet 組織, and the departments that other sheets name. */
import { groupBy } from '../../group-by.js';
import { displayed, readDay, readNames, readText } from './cells.js';
import type { City } from './city.js';
import { hasSigns, meantName, type Names, severalNames } from './department-names.js';
import { type At, type Draft, type Mention, mentioned } from './draft.js';
import { fold, KnownThings, type Named, slug } from './known.js';
import { eachBelowItsParent } from './organisation-order.js';
import { template } from './template.js';
import { words } from './words.js';

/** A department, with the first and the last day on which it exists, as far as they are known. */
export interface Department extends Named {
  readonly from: string | null;
  readonly until: string | null;
}

/** When a department exists. */
type Period = Pick<Department, 'from' | 'until'>;

/** What a row of the sheet 組織 says of a department. */
type Told = Pick<Department, 'name' | 'from' | 'until'> & {
  readonly nameKana: string | null;
  readonly nameEn: string | null;
  /** Its place in the list; null of one that no sheet lists. */
  readonly position: number | null;
};

/** A row of the sheet 組織 that could be read. */
interface Listed {
  readonly at: At;
  readonly department: Department;
}

/** What is known of a department that no sheet lists beside its name. */
const unlistedTold = { nameKana: null, nameEn: null, from: null, until: null, position: null } as const;

/** Departments stand outside of the planning cycle, and so are of no stage. */
const outside = { staged: false } as const;

const existsOn = ({ from, until }: Period, day: string): boolean =>
  !(from !== null && from > day) && !(until !== null && until < day);

/** Of several departments of a name the one that exists latest: what has no last day exists still. */
const latest = (departments: readonly Department[]): Department | null =>
  departments.toSorted((a, b) => (placeInTime(a) < placeInTime(b) ? 1 : -1))[0] ?? null;

const placeInTime = ({ from, until }: Period) => `${until ?? '9999'} ${from ?? ''}`;

export class Departments {
  readonly #draft: Draft;
  readonly #city: City;
  readonly #known = new KnownThings<Department>();
  /** Whether the workbook lists them: then there are no others. */
  readonly #areListed: boolean;
  /** Those of which the first day is known. */
  readonly dated: readonly string[];
  /** The names by which those of a name that several have are told apart. */
  readonly #toldApart = new Map<string, readonly string[]>();
  /** Where those are named that no sheet lists. */
  readonly #uses = new Map<string, { readonly name: string; readonly cells: [At, string][] }>();

  constructor(draft: Draft, city: City) {
    this.#draft = draft;
    this.#city = city;
    const listed = this.#readSheet();
    this.#areListed = this.#known.size > 0;
    this.dated = listed.flatMap(({ department: { id, from } }) => (from === null ? [] : [id]));
    for (const each of listed) {
      this.#linkParent(each);
      this.#linkPredecessors(each);
    }
  }

  get ids(): readonly string[] {
    return this.#known.ids;
  }

  /** The departments that a cell names. One that the workbook does not list is said, or added where it lists none. */
  namedIn(at: At, column: string): readonly Mention[] {
    const found = new Map<string, Mention>();
    for (const name of this.#namesIn(at, column)) {
      const id = this.#named(at, column, name, latest)?.id;
      if (id !== undefined && !found.has(id)) found.set(id, mentioned(id, name));
    }
    return [...found.values()];
  }

  #namesIn(at: At, column: string): readonly string[] {
    const isKnown = (text: string) => this.#known.countOf(text) > 0;
    const nearestTo = (text: string) => this.#known.nearestTo(text);
    const names = this.#draft.read(at, column, (cell) => readNames(cell, isKnown)) ?? [];
    // Among departments that are only named, one that is like another may be another.
    return names.flatMap((name) => severalNames(name, this.#areListed ? { isKnown, nearestTo } : unlisted(isKnown)));
  }

  /** Says which of the departments that no sheet lists are probably misspelt. */
  remarkMisspelt(): void {
    const counted = [...this.#uses.values()].map(({ name, cells }) => ({ name, count: cells.length, cells }));
    for (const each of counted) {
      const meant = meantName(each, counted);
      if (meant === null) continue;
      for (const [at, column] of each.cells) this.#draft.remark(at, column, words.likeAnother(each.name, meant));
    }
  }

  /** The department of a name, of several the one that is chosen. */
  #named(
    at: At,
    column: string,
    name: string,
    choose: (departments: readonly Department[]) => Department | null,
  ): Pick<Department, 'id'> | null {
    const found = this.#known.allNamed(name);
    const department = found.length > 0 ? choose(found) : this.#unknown(at, column, name);
    if (department && !this.#areListed) this.#use(department, name, at, column);
    return department;
  }

  #use({ id }: Pick<Department, 'id'>, name: string, at: At, column: string): void {
    const use = this.#uses.get(id) ?? { name, cells: [] };
    use.cells.push([at, column]);
    this.#uses.set(id, use);
  }

  #unknown(at: At, column: string, name: string): Pick<Department, 'id'> | null {
    const { name: sheet } = template.organisation;
    if (!this.#areListed) {
      if (!hasSigns(name)) return this.#add(at, column, { ...unlistedTold, name }, slug(name));
      this.#draft.errorIn(at, column, name, words.noDepartmentName(sheet, name));
      return null;
    }
    const candidates = this.#toldApart.get(fold(name));
    if (candidates) {
      this.#draft.errorIn(at, column, name, words.departmentOfSeveral(name, candidates));
      return null;
    }
    if (this.#known.isBroken(name)) return null;
    this.#draft.errorIn(
      at,
      column,
      name,
      words.noSuch(sheet, name, this.#known.nearestTo(name) ?? this.#byItsSound(name)),
    );
    return null;
  }

  /** The department that is written so but for 課, for which 科 is often written, where others are as like. */
  #byItsSound(name: string): string | null {
    return this.#known.find(name.replaceAll('科', '課'))?.name ?? null;
  }

  #readSheet(): readonly Listed[] {
    const draft = this.#draft;
    const rows = draft.rows('organisation').flatMap((at) => {
      const name = draft.read(at, 'name', readText);
      const nameKana = draft.read(at, 'nameKana', readText);
      const nameEn = draft.read(at, 'nameEn', readText);
      const from = draft.read(at, 'from', (cell) => readDay(cell, 'first'));
      const until = draft.read(at, 'until', (cell) => readDay(cell, 'last'));
      const above = at.row.cells.parent ? displayed(at.row.cells.parent).replace(/[\s/／]+/g, ' ') : null;
      if (name === null) this.#known.breakOff(null, null);
      return name === null ? [] : [{ at, told: { name, nameKana, nameEn, from, until }, above }];
    });
    const byName = groupBy(rows, ({ told }) => fold(told.name));
    const positions = new Map(eachBelowItsParent(rows).map((row, index) => [row, index + 1]));
    const named = rows.map((row) => {
      const { at, above } = row;
      const told = { ...row.told, position: positions.get(row) ?? null };
      const isToldApart = areApartByParents(byName.get(fold(told.name)) ?? []);
      return { at, above, own: told.name, told: isToldApart ? { ...told, name: `${above} ${told.name}` } : told };
    });
    const byFullName = groupBy(named, ({ told }) => fold(told.name));
    return named.flatMap(({ at, above, own, told }) => {
      // Those of one name are told apart by the day on which they began, whichever of them stands first.
      const isShared = byFullName.get(fold(told.name))?.length !== 1 && told.from !== null;
      const department = this.#add(at, 'name', told, [slug(told.name), ...(isShared ? [told.from] : [])].join(':'));
      if (!department) return [];
      if (own !== told.name) {
        this.#toldApart.set(fold(own), [...new Set([...(this.#toldApart.get(fold(own)) ?? []), told.name])]);
        this.#known.alsoCalled(told.name.replaceAll(' ', '/'), department);
      } else if (above !== null) this.#known.alsoCalled(`${above} ${own}`, department);
      return [{ at, department }];
    });
  }

  /** Adds a department that a column names; null where there is one of its id, which is said. */
  #add(
    at: At,
    column: string,
    { name, nameKana, nameEn, from, until, position }: Told,
    local: string,
  ): Department | null {
    const id = this.#draft.id('department', local);
    if (!this.#draft.isNew(id, name, at, column)) return null;
    const department = { id, code: null, name, from, until };
    this.#known.add(department);
    const values = { name, name_kana: nameKana, name_en: nameEn, position, valid_from: from, valid_to: until };
    const columns = {
      id: column,
      name: column,
      name_kana: 'nameKana',
      name_en: 'nameEn',
      position: column,
      valid_from: 'from',
      valid_to: 'until',
    };
    const named = mentioned(id, name);
    this.#draft.add(at, 'Department', named, values, columns, outside);
    this.#draft.link(at, 'DIVISION_OF', named, this.#city.id, { ...outside, column });
    return department;
  }

  /** The department above; of several of a name, the one that existed when this one began. */
  #linkParent({ at, department }: Listed): void {
    const name = this.#draft.read(at, 'parent', displayed);
    if (name === null) return;
    const { from, until } = department;
    const day = from ?? until;
    const parent = this.#named(at, 'parent', name, (all) => latest(day === null ? all : onDay(all, day)));
    if (parent) this.#draft.link(at, 'UNIT_OF', department.id, parent.id, { ...outside, column: 'parent' });
  }

  /** What a department was before; of several of a name, the one that ended last before this one began. */
  #linkPredecessors({ at, department }: Listed): void {
    const { id, from } = department;
    const chosen = new Map<string, Department & Mention>();
    for (const name of this.#namesIn(at, 'before')) {
      const choose = (all: readonly Department[]) => {
        const others = all.filter((each) => each.id !== id || all.length === 1);
        const ended = others.filter(({ until }) => from !== null && until !== null && until < from);
        return latest(ended.length > 0 ? ended : others);
      };
      const found = this.#named(at, 'before', name, choose);
      const before = found && this.#known.allNamed(name).find((each) => each.id === found.id);
      if (before) chosen.set(before.id, { ...before, ...mentioned(before.id, name) });
    }
    for (const before of chosen.values()) {
      this.#draft.link(at, 'SUCCEEDS', id, before, { ...outside, column: 'before' });
      if (from === null || before.id === id) continue;
      if (before.until === null) this.#draft.remark(at, 'before', words.predecessorGoesOn(before.name, null, from));
      else if (before.until >= from)
        this.#draft.remark(at, 'before', words.predecessorGoesOn(before.name, before.until, from));
    }
  }
}

/** Those of some departments that existed on a day; all where none did, as what is written is meant. */
function onDay(departments: readonly Department[], day: string): readonly Department[] {
  const existing = departments.filter((each) => existsOn(each, day));
  return existing.length > 0 ? existing : departments;
}

/** Departments that are only named. */
const unlisted = (isKnown: Names['isKnown']): Names => ({ isKnown, nearestTo: () => null });

/** Whether those of a name exist at the same time within different departments, as 庶務係 of 総務課 and of 税務課 do. */
function areApartByParents(rows: readonly { readonly told: Period; readonly above: string | null }[]): boolean {
  const meet = (one: Period, other: Period) =>
    (one.until ?? '9999') >= (other.from ?? '') && (other.until ?? '9999') >= (one.from ?? '');
  const pairs = rows.flatMap((one, index) => rows.slice(index + 1).map((other) => [one, other] as const));
  const meeting = pairs.filter(([one, other]) => meet(one.told, other.told));
  const areApart = meeting.every(([one, other]) => fold(one.above ?? '') !== fold(other.above ?? ''));
  return meeting.length > 0 && areApart && rows.every(({ above }) => above !== null);
}
