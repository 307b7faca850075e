import type { SourceText } from '../document.js';
import type { FindingList } from '../finding.js';
import { type DocumentFormat, hasLine } from '../format.js';
import { Parsing } from '../parsing.js';
import { circledNumber, type PrintedLine } from '../printed-lines.js';
import { readProse } from '../prose.js';
import { isMatrixHead, readMatrix } from './matrix.js';
import { checkPlans, type PlanLayout, readPlans } from './plans.js';
import type { LinkagePlansDraft } from './record.js';
import { remarks } from './remarks.js';

/** The draft of the linkage plans (政策連携プラン素案): plans with circled numbers and their lists of policy items. */
export const linkagePlansDraft: DocumentFormat<LinkagePlansDraft> = {
  kind: 'linkage-plans-draft',
  title: 'a linkage plans draft',
  recognise: (lines) => {
    const isDraft =
      hasLine(lines, /^政策連携プラン$/) &&
      lines.some(({ mark, text }) => circledNumber(mark) === 1 && text.length <= 40) &&
      hasLine(lines, /^推進のための取組$/);
    return isDraft ? 'linkage-plans-draft' : null;
  },
  parse: parseLinkagePlansDraft,
};

const layout: PlanLayout = {
  heading: ({ mark, text }) => {
    const number = circledNumber(mark);
    return number === null || text.length > 40 || text.includes('。') ? null : { number, name: text, subtitle: null };
  },
  initiativeMark: /^[○◯〇]$/,
  indicatorsHeading: /^数値目標案?(?:\s+|$)/,
};
const matrixTitle = /政策連携プラン\s*(?:体系|一覧)/;
const coverTitle = /^政策連携プラン$|基本計画.*について$/;
const numberedHeading = /^\(\d\)/;

/** Reads the draft of the linkage plans: the plans, and the matrix of all policy items. */
export function parseLinkagePlansDraft(source: SourceText, findings: FindingList): LinkagePlansDraft {
  const parsing = new Parsing(source, findings);
  const { lines } = parsing;
  const headRow = lines.findIndex(isMatrixHead);
  const matrixAt = headRow === -1 ? lines.length : headRow;
  const { plans, rest } = readPlans(parsing, lines.slice(0, matrixAt), layout);
  const matrix = readMatrix(parsing, lines.slice(matrixAt));
  consumeFront(parsing, rest, plans[0]?.lines.first ?? 0);
  const draft = { plans, matrix };
  checkParts(parsing, draft);
  parsing.reportUnread();
  return draft;
}

/** The cover, the explanations before the first plan and the matrix's title say nothing that a record keeps. */
function consumeFront(parsing: Parsing, lines: readonly PrintedLine[], firstPlan: number): void {
  const isTitle = ({ text }: PrintedLine) => coverTitle.test(text) || numberedHeading.test(text);
  const front = lines.filter(({ number }) => number < firstPlan);
  const { used } = readProse(front.filter((line) => !isTitle(line)));
  parsing.consume(...lines.filter(({ text }) => matrixTitle.test(text)), ...front.filter(isTitle), ...used);
}

function checkParts(parsing: Parsing, { plans, matrix }: LinkagePlansDraft): void {
  const missing = (expected: string, actual: string) => parsing.remarkAtEnd(remarks.partMissing, expected, actual);
  if (matrix.items.length === 0) missing('the matrix of policy items at the end', 'none');
  if (plans.length === 0) missing('linkage plans with circled numbers', 'none');
  const numbers = plans.map(({ number }) => number);
  const count = Math.max(0, matrix.planNames.length, ...numbers);
  const absent = Array.from({ length: count }, (_, index) => index + 1).filter((n) => !numbers.includes(n));
  if (plans.length > 0 && absent.length > 0) missing(`linkage plans 1 to ${count}`, `no plan ${absent.join(', ')}`);
  checkPlans(parsing, plans);
  const lastCode = matrix.items.at(-1)?.code;
  for (const { number, initiatives } of plans)
    for (const { value } of initiatives.flatMap(({ references }) => references))
      if (lastCode !== undefined && isBehind(value.code, lastCode))
        missing(`a matrix row ${value.code}, which plan ${number} references`, `rows up to ${lastCode}`);
}

/** True where a code comes after another in the order of the plan: 6-10 after 6-9. */
function isBehind(code: string, other: string): boolean {
  const [field = 0, number = 0] = code.split('-').map(Number);
  const [otherField = 0, otherNumber = 0] = other.split('-').map(Number);
  return field > otherField || (field === otherField && number > otherNumber);
}
