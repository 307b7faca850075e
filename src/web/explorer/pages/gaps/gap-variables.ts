import { useSearchParams } from 'react-router';
import type { GapKind, GapSeverity } from '../../graphql/graphql.js';
import { useView } from '../../site/view.js';

/** What of the gaps is asked for. */
export interface GapVariables {
  readonly municipality: string;
  readonly kinds?: GapKind[];
  readonly severities?: GapSeverity[];
  readonly departments?: string[];
}

/** The same as the address says it: `?kind=…&severity=…&department=…`. */
export function useGapVariables(): GapVariables {
  const { municipality } = useView();
  const [parameters] = useSearchParams();
  const [kind, severity, department] = ['kind', 'severity', 'department'].map((name) => parameters.get(name));
  return {
    municipality: municipality.id,
    ...(kind && { kinds: [kind as GapKind] }),
    ...(severity && { severities: [severity as GapSeverity] }),
    ...(department && { departments: [`${municipality.key}:department:${department}`] }),
  };
}
