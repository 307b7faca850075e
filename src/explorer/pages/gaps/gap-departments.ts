import type { GapsQuery } from '../../graphql/graphql.js';

export type Gap = GapsQuery['gaps']['nodes'][number];
type Subject = Gap['subject'];

export interface Department {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
}

/**
 * The departments that a gap concerns: its subjects themselves, or those that answer for them; where nobody does, those
 * that lead the sheets that cite them.
 */
export function departmentsOf({ subject, other, related }: Gap): readonly Department[] {
  const own = [subject, ...(other ? [other] : [])].flatMap(departmentsOfSubject);
  const found = own.length > 0 ? own : related.flatMap((each) => ('leads' in each ? each.leads.nodes : []));
  return [...new Map(found.map((department) => [department.id, department])).values()];
}

function departmentsOfSubject(subject: Subject): readonly Department[] {
  switch (subject.__typename) {
    case 'Department':
      return [subject];
    case 'Measure':
      return subject.departments.nodes;
    case 'ReformSheet':
      return subject.leads.nodes;
    case 'PolicyItem':
      return subject.owners.nodes;
    case 'Indicator':
      return subject.policyItem?.departments.nodes ?? [];
    default:
      return [];
  }
}
