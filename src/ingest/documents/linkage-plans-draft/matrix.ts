import type { Lines, SourceText } from '../document.js';
import type { Finding } from '../finding.js';
import { nameKey } from '../text.js';
import type { LinkagePlanRecord, LinkagePlansDraft } from './record.js';
import { type Reference, remarkDifferentNames } from './references.js';

/**
 * The matrix against the rest of the draft: its marks must be the references of each plan's initiatives,
 * and its names those printed there. Neither side is changed; which one is right is a person's decision.
 */
export function compareMatrix({ plans, matrix }: LinkagePlansDraft, source: Pick<SourceText, 'id'>): Finding[] {
  const findings: Finding[] = [];
  const remark = (finding: Omit<Finding, 'document'>) => findings.push({ ...finding, document: source.id });
  for (const plan of plans) {
    remarkColumnName(remark, plan, matrix);
    for (const row of matrix.items) {
      const reference = referencesOf(plan).find(({ value }) => value.code === row.code);
      const marked = row.plans.includes(plan.number);
      if (marked && !reference) remark(difference(row.lines, row.code, plan.number, 'MARKED'));
      if (!marked && reference) remark(difference(reference.lines, row.code, plan.number, 'REFERENCED'));
    }
  }
  const rows = new Map(
    matrix.items.map(({ code, name, lines }): [string, Reference] => [code, { value: { code, name }, lines }]),
  );
  const references = plans.flatMap(referencesOf);
  remarkDifferentNames(remark, references, (code) => rows.get(code));
  for (const { value, lines } of references)
    if (rows.size > 0 && !rows.has(value.code))
      remark({
        rule: 'reference-is-in-the-matrix',
        severity: 'warning',
        lines,
        message: 'An initiative references a policy item that the matrix does not list.',
        messageJa: '取組が参照する施策大項目が体系表にありません。',
        expected: `a row ${value.code}`,
        actual: 'none',
      });
  return findings;
}

function referencesOf({ initiatives }: LinkagePlanRecord): readonly Reference[] {
  return initiatives.flatMap(({ references }) => references);
}

function difference(
  lines: Lines,
  code: string,
  plan: number,
  side: 'MARKED' | 'REFERENCED',
): Omit<Finding, 'document'> {
  const marked = side === 'MARKED';
  return {
    rule: 'matrix-agrees-with-initiatives',
    severity: 'warning',
    lines,
    message: marked
      ? `The matrix marks ${code} for plan ${plan}, but no initiative of that plan references it.`
      : `An initiative of plan ${plan} references ${code}, but the matrix does not mark it.`,
    messageJa: marked
      ? `体系表ではプラン${plan}に${code}の○がありますが、同プランの取組は参照していません。`
      : `プラン${plan}の取組が${code}を参照していますが、体系表に○がありません。`,
    expected: marked ? `a reference to ${code} in plan ${plan}` : `a mark for ${code} in column ${plan}`,
    actual: 'none',
  };
}

function remarkColumnName(
  remark: (finding: Omit<Finding, 'document'>) => void,
  plan: LinkagePlanRecord,
  { planNames, head }: LinkagePlansDraft['matrix'],
): void {
  const column = planNames[plan.number - 1];
  if (column === undefined || nameKey(column) === nameKey(plan.name.value)) return;
  remark({
    rule: 'names-agree',
    severity: 'warning',
    lines: head,
    message: `Column ${plan.number} of the matrix has another name than the plan's heading at line ${plan.name.lines.first}.`,
    messageJa: `体系表の${plan.number}列目の名称が${plan.name.lines.first}行目のプランの見出しと異なります。`,
    expected: plan.name.value,
    actual: column,
  });
}
