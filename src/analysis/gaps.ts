import type { StoredSources } from '../model/stored-sources.js';
import { type DepartmentWork, type PairApart, pairsApart } from './department-pairs.js';
import { type GapKindName, type GapSeverityName, gapKinds, gapSeverities, simpleKinds } from './gap-kinds.js';
import { mergedSources } from './merged-sources.js';
import { type Ask, type Row, statement } from './statements.js';

const documentsText = statement('gaps-documents');
const workText = statement('gaps-department-work');
const departmentsText = statement('gaps-departments');

/** Something that is missing in the documents, or not connected. */
export interface Gap {
  readonly id: string;
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

/** The documents of a city by their kind. */
type Documents = ReadonlyMap<string, readonly (readonly [kind: string, id: string])[]>;

/** The gaps of these kinds, kind by kind, of each the heaviest first, and those in natural order of what they are about. */
export async function findGaps(
  kinds: readonly GapKindName[],
  municipalities: readonly string[],
  ask: Ask,
): Promise<readonly Gap[]> {
  const wanted = gapKinds.filter((kind) => kinds.includes(kind));
  const found = new Map<unknown, Row[]>();
  for (const { kind, row } of await ask(statementOf(wanted), { municipalities })) {
    const rows = found.get(kind) ?? [];
    rows.push(row as Row);
    found.set(kind, rows);
  }
  const rowsOf = (kind: string): readonly Row[] => found.get(kind) ?? [];
  const documents: Documents = new Map(
    rowsOf('documents').map((row) => [String(row.city), row.documents as readonly (readonly [string, string])[]]),
  );
  return wanted.flatMap((kind) => {
    const rows = rowsOf(kind);
    const gaps = kind === 'DEPARTMENTS_APART' ? departmentsApart(rows, documents) : simpleGaps(kind, rows, documents);
    return gaps.toSorted((a, b) => gapSeverities.indexOf(a.severity) - gapSeverities.indexOf(b.severity));
  });
}

/** One statement for all kinds, as each of them takes the database less time than the way there. */
function statementOf(kinds: readonly GapKindName[]): string {
  const text = (kind: GapKindName) => (kind === 'DEPARTMENTS_APART' ? workText : simpleKinds[kind].text);
  const columns = [`COLLECT { ${documentsText} } AS documents`];
  for (const kind of kinds) columns.push(`COLLECT { ${text(kind)} } AS ${kind}`);
  const parts = ['documents', ...kinds].map((part) => `['${part}', ${part}]`);
  // A record for each row: one of megabytes would be understood at a stretch.
  return `WITH ${columns.join(',\n')} UNWIND [${parts.join()}] AS part UNWIND part[1] AS row RETURN part[0] AS kind, row`;
}

/** The ids of the documents of some kinds. */
const read = (documents: Documents, city: string, kinds: readonly string[]): readonly string[] =>
  (documents.get(city) ?? []).filter(([kind]) => kinds.includes(kind)).map(([, id]) => id);

/** "honjo:gap:name-only:measure:図書館の充実" */
const idOf = (city: string, kind: GapKindName, ...things: readonly string[]): string => {
  const parts = things.map((id) => (id.startsWith(`${city}:`) ? id.slice(city.length + 1) : id));
  return [city, 'gap', kind.toLowerCase().replaceAll('_', '-'), ...parts].join(':');
};

function simpleGaps(kind: keyof typeof simpleKinds, rows: readonly Row[], documents: Documents): readonly Gap[] {
  const { documents: kinds, judge } = simpleKinds[kind];
  return rows.flatMap((row): Gap[] => {
    const city = String(row.city);
    const subject = String(row.subject);
    const known = read(documents, city, kinds);
    if (known.length === 0) return [];
    const { severity, reason } = judge(row);
    return [
      {
        id: idOf(city, kind, subject),
        kind,
        subject,
        other: null,
        related: (row.related as readonly string[] | undefined) ?? [],
        fiscalYears: ((row.years as readonly unknown[] | undefined) ?? []).map(Number),
        severity,
        reason: reason.ja,
        reasonEn: reason.en,
        documents: known,
        sources: () => mergedSources(row.sources as readonly StoredSources[], null),
      },
    ];
  });
}

function departmentsApart(rows: readonly Row[], documents: Documents): readonly Gap[] {
  const names = new Map(rows.map((row) => [String(row.department), row]));
  const name = (id: string) => String(names.get(id)?.name);
  const nameEn = (id: string) => String(names.get(id)?.nameEn ?? name(id));
  const cities = [...new Set(rows.map((row) => String(row.city)))];
  return cities.flatMap((city) => {
    const pairs = pairsApart(rows.filter((row) => row.city === city).map(asWork));
    const known = read(documents, city, ['review-sheets', 'reform-sheets']);
    return pairs.map(({ first, second, items, goals, sources }: PairApart): Gap => {
      const [common, commonEn] =
        items.length > 0
          ? [`${items.length}件の施策大項目`, counted(items.length, 'policy item')]
          : [`${goals.length}件のSDGs`, counted(goals.length, 'goal')];
      return {
        id: idOf(city, 'DEPARTMENTS_APART', first, second),
        kind: 'DEPARTMENTS_APART',
        subject: first,
        other: second,
        related: [...items, ...goals],
        fiscalYears: [],
        severity: items.length > 0 ? 'MEDIUM' : 'LOW',
        reason: `${name(first)}と${name(second)}は${common}にともに関わりますが、共有する施策中項目も実施計画シートもありません。`,
        reasonEn: `${nameEn(first)} and ${nameEn(second)} both work on ${commonEn}, but share no measure and no reform sheet.`,
        documents: known,
        sources,
      };
    });
  });
}

const counted = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`;

const asWork = (row: Row): DepartmentWork => ({
  department: String(row.department),
  item: String(row.item),
  measures: row.measures as readonly string[],
  sources: row.sources as readonly StoredSources[],
  goals: (row.goals as readonly (readonly [string, number, StoredSources])[]).map(([id, number, sources]) => ({
    id,
    number: Number(number),
    sources,
  })),
  sheets: row.sheets as readonly string[],
});
