import { groupBy } from '../group-by.js';
import type { StoredSources } from '../model/stored-sources.js';
import { type DepartmentWork, pairsApart } from './department-pairs.js';
import {
  type GapKindName,
  type GapSeverityName,
  gapKindDeclarations,
  gapKinds,
  gapSeverities,
  named,
} from './gap-kinds.js';
import { mergedSources } from './merged-sources.js';
import { type Ask, type Row, statement } from './statements.js';
import type { Label } from './wording.js';

const facts = new Set(Object.values(gapKindDeclarations).flatMap((kind) => kind.facts));
const documentsText = statement('gaps-documents').replace('FACT', [...facts].join('|'));
const departmentsText = statement('gaps-departments');

/** Something that is missing in the documents, or not connected. */
export interface Gap {
  readonly id: string;
  /** Key of the city whose documents lack it. */
  readonly municipality: string;
  readonly kind: GapKindName;
  readonly subject: string;
  /** The second of a pair. */
  readonly other: string | null;
  /** What a pair works on, or the sheets that cite a name. */
  readonly related: readonly string[];
  readonly fiscalYears: readonly number[];
  readonly severity: GapSeverityName;
  readonly reason: string;
  readonly reasonEn: string;
  /** The documents that were read for it. */
  readonly documents: readonly string[];
  readonly sources: () => StoredSources;
}

/**
 * The ids of the departments that gaps concern, by the id of the gap: those of a pair, or those that answer for the
 * subject; where nobody does, those that lead the sheets that cite it.
 */
export async function departmentsOfGaps(
  gaps: readonly Gap[],
  ask: Ask,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const subjects = ({ subject, other }: Gap) => (other === null ? [subject] : [subject, other]);
  const citing = ({ kind, related }: Gap) => (kind === 'NAME_ONLY' ? related : []);
  const things = [...new Set(gaps.flatMap((gap) => [...subjects(gap), ...citing(gap)]))];
  const rows = things.length > 0 ? await ask(departmentsText, { things }) : [];
  const known = new Map(rows.map((row) => [String(row.id), row.departments as readonly string[]]));
  const of = (ids: readonly string[]) => [...new Set(ids.flatMap((id) => known.get(id) ?? []))];
  return new Map(
    gaps.map((gap) => {
      const own = of(subjects(gap));
      return [gap.id, own.length > 0 ? own : of(citing(gap))];
    }),
  );
}

/** The gaps of these kinds, kind by kind, of each the heaviest first, and those in natural order of what they are about. */
export async function findGaps(
  kinds: readonly GapKindName[],
  municipalities: readonly string[],
  ask: Ask,
): Promise<readonly Gap[]> {
  const requested = gapKinds.filter((kind) => kinds.includes(kind));
  const rows = groupBy(await ask(statementOf(requested), { municipalities }), ({ kind }) => kind);
  const rowsOf = (kind: string) => (rows.get(kind) ?? []).map(({ row }) => row as Row);
  const documents = documentsIn(rowsOf('documents'));
  return requested.flatMap((kind) => {
    const found = kind === 'DEPARTMENTS_APART' ? pairRows(rowsOf(kind)) : rowsOf(kind);
    return found
      .flatMap((row) => gapOf(kind, row, documents(kind, row.city)) ?? [])
      .toSorted((a, b) => gapSeverities.indexOf(a.severity) - gapSeverities.indexOf(b.severity));
  });
}

/** One statement for all kinds, as each of them takes the database less time than the way there. */
function statementOf(kinds: readonly GapKindName[]): string {
  const columns = [`COLLECT { ${documentsText} } AS documents`];
  for (const kind of kinds) columns.push(`COLLECT { ${gapKindDeclarations[kind].text} } AS ${kind}`);
  const parts = ['documents', ...kinds].map((part) => `['${part}', ${part}]`);
  // A record for each row: the driver would read one of megabytes without a pause.
  return `WITH ${columns.join(',\n')} UNWIND [${parts.join()}] AS part UNWIND part[1] AS row RETURN part[0] AS kind, row`;
}

type Fact = readonly [type: string, stage: string | null, document: string];

/** The ids of the documents of a city that would show a gap of a kind. */
function documentsIn(rows: readonly Row[]): (kind: GapKindName, city: unknown) => readonly string[] {
  const facts = new Map(rows.map(({ city, documents }) => [city, documents as readonly Fact[]]));
  return (kind, city) => {
    const { facts: types, stage } = gapKindDeclarations[kind];
    const shows = (facts.get(city) ?? []).filter(
      ([type, spokenFor]) => types.some((each) => each === type) && (stage ?? spokenFor) === spokenFor,
    );
    return [...new Set(shows.map(([, , id]) => id))];
  };
}

/** "honjo:gap:name-only:measure:図書館の充実" */
const idOf = (city: string, kind: GapKindName, ...things: readonly string[]): string => {
  const parts = things.map((id) => (id.startsWith(`${city}:`) ? id.slice(city.length + 1) : id));
  return [city, 'gap', kind.toLowerCase().replaceAll('_', '-'), ...parts].join(':');
};

/** The gap that a row tells; null where no document at hand would show it. */
function gapOf(kind: GapKindName, row: Row, documents: readonly string[]): Gap | null {
  if (documents.length === 0) return null;
  const [severity, reason, reasonEn] = gapKindDeclarations[kind].judge(row, named(row));
  const [subject, other] = [String(row.subject), (row.other ?? null) as string | null];
  return {
    municipality: String(row.city),
    id: idOf(String(row.city), kind, subject, ...(other === null ? [] : [other])),
    kind,
    subject,
    other,
    related: (row.related ?? []) as readonly string[],
    fiscalYears: ((row.years ?? []) as readonly unknown[]).map(Number),
    severity,
    reason,
    reasonEn,
    documents,
    sources: () => mergedSources(row.sources as readonly StoredSources[], null),
  };
}

/** A row for each pair of departments of a city that work apart, out of what each department works on. */
function pairRows(rows: readonly Row[]): readonly Row[] {
  const names = new Map(
    rows.map(({ department, name, nameEn }) => [department, { ja: name, en: nameEn ?? name } as Label]),
  );
  return [...groupBy(rows, ({ city }) => city)].flatMap(([city, works]) =>
    pairsApart(works as unknown as DepartmentWork[]).map(
      ({ first: subject, second: other, items, goals, sources }) => ({
        city,
        subject,
        other,
        items,
        goals,
        related: [...items, ...goals],
        first: names.get(subject),
        second: names.get(other),
        // Of thousands of pairs a page shows the sources of a few.
        get sources() {
          return [sources()];
        },
      }),
    ),
  );
}
