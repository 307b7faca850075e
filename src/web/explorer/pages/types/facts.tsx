/** The facts of a node as the schema has them, and those that read otherwise. */
import type { ReactNode } from 'react';
import type { FiscalPeriodCellFragment } from '../../graphql/graphql.js';
import { unitAfter } from '../../language/figures.js';
import { WithColor } from '../../parts/sdg-mark.js';
import { ThingLinks } from '../../parts/thing-link.js';
import type { ThingLabels } from '../thing/words.js';
import type { PageType, ShownField } from './page-type.js';
import { inWords, manyAt, named, type Row, valueAt } from './rows.js';

/** One line of the facts; what is null is left out. */
export type Fact = readonly [label: string, value: ReactNode];

/** The facts of a node, as its type declares them. */
export const factsOf = (type: PageType, node: Row, labels: ThingLabels): readonly Fact[] =>
  type.facts.flatMap((field): readonly Fact[] => {
    const more = field.type === 'FiscalPeriod' ? yearsOf(node[field.field] as never, labels) : [];
    return [factOf(field, node, labels), ...more];
  });

/** One fact of a node. */
export function factOf(field: ShownField, node: Row, labels: ThingLabels): Fact {
  const name = `${field.owner}.${field.field}`;
  const special = specialValues[name];
  const label = specialTitles[name]?.(labels) ?? labels.vocabulary.field(field.owner, field.field);
  return [label, special ? special(node[field.field] as never, labels, node) : shownValue(field, node, labels)];
}

function shownValue(field: ShownField, node: Row, labels: ThingLabels): ReactNode {
  const { path, kind, type } = field;
  if (kind === 'one' || kind === 'many') {
    const things = named(type, manyAt(node, path));
    return things.length > 0 && <ThingLinks things={things} />;
  }
  const value = valueAt(node, path);
  const year = yearIn(field.field, node, labels);
  if (typeof value === 'number' && year) return year(value);
  if (Array.isArray(value) && field.kind === 'enum')
    return value.map((each) => labels.vocabulary.value(type, String(each))).join(' / ');
  if (kind === 'value') return inWords({ ...field, kind: 'scalar', path: `${path}.text` }, node, labels);
  const text = inWords(field, node, labels);
  return type === 'ID' && text !== null ? <code>{text}</code> : text;
}

/** How a year is written, with the Japanese era where the node has it; null for what is no year. */
function yearIn(field: string, node: Row, { words }: ThingLabels): ((year: number) => string) | null {
  const era = (name: string) => (typeof node[name] === 'string' ? node[name] : null);
  if (field === 'year' || field === 'fiscalYear') return (year) => words.year(era('era'), year);
  if (field.endsWith('FiscalYear')) return (year) => words.fiscalYear(era(field.replace(/FiscalYear$/, 'Era')), year);
  return null;
}

/** The years of a period, which stand behind its text. */
function yearsOf(period: FiscalPeriodCellFragment | null, { vocabulary, words }: ThingLabels): readonly Fact[] {
  if (!period) return [];
  const { startFiscalYear, startEra, endFiscalYear, endEra, revisedFiscalYear } = period;
  const year = (field: string, era: string | null, value: number | null): Fact => [
    vocabulary.field('FiscalPeriod', field),
    value !== null && words.fiscalYear(era, value),
  ];
  return [
    year('startFiscalYear', startEra, startFiscalYear),
    year('endFiscalYear', endEra, endFiscalYear),
    year('revisedFiscalYear', null, revisedFiscalYear),
  ];
}

const inCode = (value: string) => <code>{value}</code>;

const specialTitles: Readonly<Record<string, (labels: ThingLabels) => string>> = {
  'Sdg.color': ({ words }) => words.officialColor,
  'Sdg.uri': ({ words }) => words.uri,
  'SourceDocument.documentKindLabel': ({ vocabulary }) => vocabulary.field('SourceDocument', 'documentKind'),
  'ReformSheet.supportOpenEnded': ({ vocabulary }) => vocabulary.field('ReformSheet', 'supportingDepartments'),
};

const specialValues: Readonly<Record<string, (value: never, labels: ThingLabels, node: Row) => ReactNode>> = {
  'Measure.nameOnly': (nameOnly: boolean, { words }) => nameOnly && words.isSo,
  'PolicyItem.satisfaction': (satisfaction: number | null) => satisfaction !== null && `${satisfaction}%`,
  'Indicator.unit': (unit: string | null, { language }) => unitAfter(unit, language).trim(),
  'Sdg.color': (color: string) => <WithColor color={color}>{inCode(color)}</WithColor>,
  'Sdg.uri': inCode,
  'SourceDocument.url': (url: string | null, { words }) =>
    url === null ? <span className="quiet-text">{words.notKnown}</span> : <a href={url}>{url}</a>,
  'SourceDocument.publicationDate': (date: string | null, { words }) =>
    date ?? <span className="quiet-text">{words.notKnown}</span>,
  'SourceDocument.checksum': inCode,
  'ReformSheet.planChanged': (planChanged: boolean, { words }, { planChangeFiscalYears }) =>
    [
      planChanged ? words.yes : words.no,
      ...(planChangeFiscalYears as readonly number[]).map((year) => words.fiscalYear(null, year)),
    ].join(' / '),
  'ReformSheet.supportOpenEnded': (openEnded: boolean, { words }) => openEnded && words.openEnded,
};

/** What stands before a name in the heading of its page, where that is not its key alone. */
export const headings: Readonly<Record<string, (node: Row) => string>> = {
  Municipality: ({ code }) => String(code),
  Initiative: (node) => `${valueAt(node, 'linkagePlan.number')}-${node.number}`,
  Project: (node) => String(node.code ?? [valueAt(node, 'policyItem.code'), node.number].filter(Boolean).join('-')),
};
