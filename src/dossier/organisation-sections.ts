/** Dossiers of who does it and how: departments (課) and reform sheets (実施計画シート). */
import { describe } from '../model/declaration.js';
import { changes } from './changes-section.js';
import {
  fact,
  goalLines,
  gradeLines,
  identity,
  passages,
  type Sheet,
  sheet,
  sheetLines,
  yearly,
} from './common-sections.js';
import {
  type Line,
  type Linked,
  linked,
  mention,
  type Named,
  named,
  nameOf,
  phrase,
  type Section,
  type SourceRow,
  same,
  section,
  sources,
  together,
} from './section.js';

interface MeasureInItem extends Named {
  readonly code: string | null;
  readonly policyItem:
    | (Named & {
        readonly code: string;
        readonly sdgs: Linked<Named & { readonly number: number; readonly uri: string }>;
      })
    | null;
}
const measureInItem = `${named} code policyItem { ${named} code ${linked('sdgs', `${named} number uri`)} }`;

const measureLines = (list: Linked<MeasureInItem>): readonly Line[] =>
  list.edges.map(({ node, sources: read }) => ({
    label: same(node.code ?? '—'),
    text:
      node.policyItem === null
        ? nameOf(node)
        : phrase(['', '（', '）'], ['', ' (', ')'], nameOf(node), nameOf(node.policyItem)),
    id: node.id,
    mentions: [mention(node), ...(node.policyItem === null ? [] : [mention(node.policyItem)])],
    sources: read,
  }));

/** The policy items of measures, each once, with the lines that link a measure of it. */
function itemLines(list: Linked<MeasureInItem>): readonly Line[] {
  const items = new Map<string, Line>();
  for (const { node, sources: read } of list.edges) {
    if (node.policyItem === null) continue;
    const { id, code } = node.policyItem;
    const known = items.get(id)?.sources ?? [];
    items.set(id, { label: same(code), text: nameOf(node.policyItem), id, sources: together(known, read) });
  }
  return [...items.values()];
}

/** The goals of those policy items, each once, with the lines that say so of an item. */
function goalsOfItems(list: Linked<MeasureInItem>): readonly Line[] {
  const found = new Map<string, Line & { readonly number: number }>();
  for (const { node: measure } of list.edges)
    for (const { node, sources: read } of measure.policyItem?.sdgs.edges ?? []) {
      const { id, number, uri } = node;
      const known = found.get(id)?.sources ?? [];
      found.set(id, { number, label: same(number), text: nameOf(node), id, uri, sources: together(known, read) });
    }
  return [...found.values()].sort((a, b) => a.number - b.number);
}

const overMeasures = (key: string, title: Section['title'], lines: (list: Linked<MeasureInItem>) => readonly Line[]) =>
  section<{ readonly measures: Linked<MeasureInItem> }>({
    key,
    title,
    selection: linked('measures', measureInItem),
    lines: (subject) => lines(subject.measures),
    lists: (subject) => [subject.measures],
  });

const sheets = (key: 'ledSheets' | 'supportedSheets', title: Section['title']) =>
  section<Readonly<Record<typeof key, Linked<Sheet>>>>({
    key,
    title,
    selection: linked(key, sheet),
    lines: (subject) => subject[key].edges.flatMap(({ node, sources: read }) => sheetLines(node, read)),
    lists: (subject) => [subject[key]],
  });

const goalsTitle = describe('Sustainable Development Goals', 'SDGs');

export const departmentParts: readonly (readonly Section[])[] = [
  [
    identity,
    overMeasures('measures', describe('Measures it answers for', '担当する施策中項目'), measureLines),
    overMeasures('policyItems', describe('Policy items of these measures', '施策大項目'), itemLines),
    overMeasures('sdgs', goalsTitle, goalsOfItems),
  ],
  [
    sheets('ledSheets', describe('Reform sheets it carries out', '実行課となる実施計画シート')),
    sheets('supportedSheets', describe('Reform sheets it supports', '連携課となる実施計画シート')),
    changes,
    passages,
  ],
];

interface SheetFacts {
  readonly number: string;
  readonly startEra: string | null;
  readonly startFiscalYear: number;
  readonly targetEra: string | null;
  readonly targetFiscalYear: number;
  readonly planChanged: boolean;
  readonly sources: readonly SourceRow[];
  readonly field: Named;
  readonly perspectives: readonly Named[];
}

interface SheetLinks {
  readonly supportOpenEnded: boolean;
  readonly sources: readonly SourceRow[];
  readonly leadDepartments: Linked<Named>;
  readonly supportingDepartments: Linked<Named>;
  readonly supportingScope: (Named & { readonly sources: readonly SourceRow[] }) | null;
}

const departmentLines = (list: Linked<Named>, label: Section['title']): readonly Line[] =>
  list.edges.map(({ node, sources: read }) => ({ label, text: nameOf(node), id: node.id, sources: read }));

const supports = describe('Supports it', '連携課');
const truth = describe('yes', 'あり');

export const sheetParts: readonly (readonly Section[])[] = [
  [
    identity,
    section<SheetFacts>({
      key: 'sheet',
      title: describe('The sheet', 'シートの内容'),
      selection: `number startEra startFiscalYear targetEra targetFiscalYear planChanged ${sources} field { ${named} } perspectives { ${named} }`,
      lines: (subject) => [
        ...fact(describe('Number', 'シート番号'), subject.number, subject.sources),
        {
          label: describe('Reform field', '改革分野'),
          text: nameOf(subject.field),
          id: subject.field.id,
          sources: subject.sources,
        },
        ...subject.perspectives.map((perspective) => ({
          label: describe('Perspective', '改革の視点'),
          text: nameOf(perspective),
          id: perspective.id,
          sources: subject.sources,
        })),
        {
          label: describe('Fiscal years', '期間'),
          text: {
            ja: `${subject.startEra ?? subject.startFiscalYear}年度〜${subject.targetEra ?? subject.targetFiscalYear}年度`,
            en: `${subject.startFiscalYear} to ${subject.targetFiscalYear}`,
          },
          sources: subject.sources,
        },
        ...(subject.planChanged
          ? [{ label: describe('Plan changed', '計画変更'), text: truth, sources: subject.sources }]
          : []),
      ],
    }),
    section<SheetLinks>({
      key: 'departments',
      title: describe('Departments', '実行課・連携課'),
      selection: `supportOpenEnded ${sources} ${linked('leadDepartments', named)} ${linked('supportingDepartments', named)} supportingScope { ${named} ${sources} }`,
      lines: ({ leadDepartments, supportingDepartments, supportingScope: scope, supportOpenEnded, sources: read }) => [
        ...departmentLines(leadDepartments, describe('Carries it out', '実行課')),
        ...departmentLines(supportingDepartments, supports),
        ...(scope === null ? [] : [{ label: supports, text: nameOf(scope), id: scope.id, sources: scope.sources }]),
        ...(supportOpenEnded ? [{ label: supports, text: describe('and others', 'など'), sources: read }] : []),
      ],
      lists: (subject) => [subject.leadDepartments, subject.supportingDepartments],
    }),
  ],
  [
    overMeasures('measures', describe('Measures it carries out', '位置付けられた施策中項目'), measureLines),
    section<{ readonly policyFields: Linked<Named> }>({
      key: 'policyFields',
      title: describe('Policy fields it names instead of a measure', '分野'),
      selection: linked('policyFields', named),
      lines: (subject) => departmentLines(subject.policyFields, describe('Field', '分野')),
      lists: (subject) => [subject.policyFields],
    }),
    overMeasures('policyItems', describe('Policy items of these measures', '施策大項目'), itemLines),
    overMeasures('sdgs', goalsTitle, goalsOfItems),
  ],
  [
    section<Pick<Sheet, 'annualGoals' | 'evaluations'>>({
      key: 'goals',
      title: describe('Goals and grades', '達成目標と評価'),
      selection: yearly,
      lines: ({ annualGoals, evaluations }) => [...goalLines(annualGoals), ...gradeLines(evaluations)],
    }),
    changes,
    passages,
  ],
];
