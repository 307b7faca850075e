import { useOptionalAnswer } from '../../client/use-answer.js';
import { GapChoicesDocument, type GapsQueryVariables } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { tailOf } from '../../parts/lists.js';
import { useAddress } from '../../site/use-address.js';
import { useGapWords } from './words.js';

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** The filters of the gaps, with how many each choice would leave. */
export function GapChoices({ variables }: { readonly variables: GapsQueryVariables }) {
  const words = useGapWords();
  const { vocabulary, nameOf } = useLabels();
  const { answer } = useOptionalAnswer(GapChoicesDocument, variables);
  const kinds = answer?.kinds.facets.map(({ kind, count }) => ({
    value: kind,
    label: vocabulary.value('GapKind', kind),
    count,
  }));
  const severities = answer?.severities.severityFacets.map(({ severity, count }) => ({
    value: severity,
    label: words.severityMeans[severity],
    count,
  }));
  const departments = answer?.departments.departmentFacets.map(({ department, count }) => ({
    value: tailOf(department.id),
    label: nameOf(department),
    count,
  }));
  return (
    <search className="gap-filters row screen-only">
      <Filter name="kind" title={words.kind} choices={kinds} />
      <Filter name="severity" title={words.severity} choices={severities} />
      <Filter name="department" title={words.department} choices={departments} />
    </search>
  );
}

function Filter({
  name,
  title,
  choices = [],
}: {
  /** Its name in the address. */
  readonly name: string;
  readonly title: string;
  readonly choices: readonly Choice[] | undefined;
}) {
  const words = useGapWords();
  const address = useAddress();
  const chosen = address.chosen.get(name) ?? '';
  const possible = choices.filter(({ value, count }) => count > 0 || value === chosen);
  return (
    <label className="quiet-text">
      {title}
      <select value={chosen} onChange={(event) => address.change({ [name]: event.target.value })}>
        <option value="">{words.all}</option>
        {/* What is chosen stands here also before the choices are counted. */}
        {chosen && !possible.some(({ value }) => value === chosen) && <option>{chosen}</option>}
        {possible.map(({ value, label, count }) => (
          <option key={value} value={value}>
            {label} ({count})
          </option>
        ))}
      </select>
    </label>
  );
}
