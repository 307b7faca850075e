/** The facts of a node as the schema has them, and those that read otherwise. */
import type { ReactNode } from 'react';
import type { FiscalPeriodCellFragment } from '../../graphql/graphql.js';
import { unitAfter } from '../../language/figures.js';
import { WithColor } from '../../parts/sdg-mark.js';
import { ThingLinks } from '../../parts/thing-link.js';
import type { Labels } from '../thing/labels.js';
import type { PageType, ShownField } from './page-type.js';
import { inWords, manyAt, named, type Row, valueAt } from './rows.js';

/** One line of the facts; what is null is left out. */
export type Fact = readonly [label: string, value: ReactNode];

/** The facts of a node, as its type declares them. */
export const factsOf = (type: PageType, node: Row, labels: Labels): readonly Fact[] =>
  type.facts.flatMap((field): readonly Fact[] => {
    const special = specialFacts[`${field.owner}.${field.field}`];
    if (special) return special(node, labels);
    return [[labels.vocabulary.field(field.owner, field.field), factValue(field, node, labels)]];
  });

function factValue(field: ShownField, node: Row, labels: Labels): ReactNode {
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
function yearIn(field: string, node: Row, { words }: Labels): ((year: number) => string) | null {
  const era = (name: string) => (typeof node[name] === 'string' ? node[name] : null);
  if (field === 'year' || field === 'fiscalYear') return (year) => words.year(era('era'), year);
  if (field.endsWith('FiscalYear')) return (year) => words.fiscalYear(era(field.replace(/FiscalYear$/, 'Era')), year);
  return null;
}

const inCode =
  (field: string) =>
  (node: Row, { vocabulary }: Labels, type: string) =>
    [vocabulary.field(type, field), <code key={field}>{String(node[field])}</code>] as const;

type Special = (node: Row, labels: Labels) => readonly Fact[];
/** What an operation reads of a node is for its declaration to say, in `declarations.ts`. */
const special =
  <Read,>(make: (node: Read, labels: Labels) => readonly Fact[]): Special =>
  (node, labels) =>
    make(node as unknown as Read, labels);

const specialFacts: Readonly<Record<string, Special>> = {
  'Measure.nameOnly': special<{ readonly nameOnly: boolean }>(({ nameOnly }, { vocabulary, words }) => [
    [vocabulary.field('Measure', 'nameOnly'), nameOnly && words.yes],
  ]),
  'PolicyItem.satisfaction': special<{ readonly satisfaction: number | null }>(({ satisfaction }, { vocabulary }) => [
    [vocabulary.field('PolicyItem', 'satisfaction'), satisfaction !== null && `${satisfaction}%`],
  ]),
  'Indicator.unit': special<{ readonly unit: string | null }>(({ unit }, { vocabulary, language }) => [
    [vocabulary.field('Indicator', 'unit'), unitAfter(unit, language).trim()],
  ]),
  'Sdg.color': special<{ readonly color: string }>(({ color }, { words }) => [
    [
      words.officialColor,
      <WithColor key="color" color={color}>
        <code>{color}</code>
      </WithColor>,
    ],
  ]),
  'Sdg.uri': (node, labels) => [[labels.words.uri, inCode('uri')(node, labels, 'Sdg')[1]]],
  'SourceDocument.documentKind': (node, labels) => [inCode('documentKind')(node, labels, 'SourceDocument')],
  'SourceDocument.checksum': (node, labels) => [inCode('checksum')(node, labels, 'SourceDocument')],
  'RelatedPlan.period': special<{ readonly period: FiscalPeriodCellFragment | null }>(
    ({ period }, { vocabulary, words }) => {
      const year = (field: string, era: string | null | undefined, value: number | null | undefined): Fact => [
        vocabulary.field('FiscalPeriod', field),
        typeof value === 'number' && words.fiscalYear(era ?? null, value),
      ];
      return [
        [vocabulary.field('RelatedPlan', 'period'), period?.text],
        year('startFiscalYear', period?.startEra, period?.startFiscalYear),
        year('endFiscalYear', period?.endEra, period?.endFiscalYear),
        year('revisedFiscalYear', null, period?.revisedFiscalYear),
      ];
    },
  ),
  'ReformSheet.planChanged': special<{
    readonly planChanged: boolean;
    readonly planChangeFiscalYears: readonly number[];
  }>(({ planChanged, planChangeFiscalYears }, { vocabulary, words }) => [
    [
      vocabulary.field('ReformSheet', 'planChanged'),
      [planChanged ? words.yes : words.no, ...planChangeFiscalYears.map((year) => words.fiscalYear(null, year))].join(
        ' / ',
      ),
    ],
  ]),
  'ReformSheet.supportOpenEnded': special<{ readonly supportOpenEnded: boolean }>(
    ({ supportOpenEnded }, { vocabulary, words }) => [
      [vocabulary.field('ReformSheet', 'supportingDepartments'), supportOpenEnded && words.openEnded],
    ],
  ),
  'Change.fieldLabel': special<{ readonly fieldLabel: string | null; readonly fieldLabelEn: string | null }>(
    ({ fieldLabel, fieldLabelEn }, { vocabulary, language }) => [
      [vocabulary.field('Change', 'fieldLabel'), language === 'ja' ? fieldLabel : fieldLabelEn],
    ],
  ),
  'ExtractionIssue.message': special<{ readonly message: string; readonly messageJa: string }>(
    ({ message, messageJa }, { vocabulary, language }) => [
      [vocabulary.field('ExtractionIssue', 'message'), language === 'ja' ? messageJa : message],
    ],
  ),
};

/** What stands before a name in the heading of its page, where that is not its key alone. */
export const headings: Readonly<Record<string, (node: Row) => string>> = {
  Municipality: ({ code }) => String(code),
  Initiative: (node) => `${valueAt(node, 'linkagePlan.number')}-${node.number}`,
  Project: (node) => `${valueAt(node, 'policyItem.code')}-${node.number}`,
};
