import { useLaterAnswer } from '../../client/use-answer.js';
import { GapChoicesDocument } from '../../graphql/graphql.js';
import { useNameOf, useVocabulary } from '../../language/language.js';
import { tailOf } from '../../parts/lists.js';
import { useAddress } from '../../site/use-address.js';
import type { GapVariables } from './gap-variables.js';
import { useGapWords } from './words.js';

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** What the gaps are narrowed by, with how many each choice would leave. */
export function GapChoices({ variables }: { readonly variables: GapVariables }) {
  const words = useGapWords();
  const vocabulary = useVocabulary();
  const nameOf = useNameOf();
  const { answer } = useLaterAnswer(GapChoicesDocument, variables);
  const kinds = answer?.kinds.facets.map(({ kind, count }) => ({
    value: kind,
    label: vocabulary.value('GapKind', kind),
    count,
  }));
  const severities = answer?.severities.severityFacets.map(({ severity, count }) => ({
    value: severity,
    label: words.severityMeans(words.severities[severity], severity),
    count,
  }));
  const departments = answer?.departments.departmentFacets.map(({ department, count }) => ({
    value: tailOf(department.id),
    label: nameOf(department),
    count,
  }));
  return (
    <search className="gap-filters screen-only">
      <Choose name="kind" title={words.kind} choices={kinds} />
      <Choose name="severity" title={words.severity} choices={severities} />
      <Choose name="department" title={words.department} choices={departments} />
    </search>
  );
}

function Choose({
  name,
  title,
  choices,
}: {
  /** Its name in the address. */
  readonly name: string;
  readonly title: string;
  readonly choices: readonly Choice[] | undefined;
}) {
  const words = useGapWords();
  const address = useAddress();
  const chosen = address.chosen.get(name) ?? '';
  const possible = choices?.filter(({ value, count }) => count > 0 || value === chosen);
  return (
    <label>
      {title}
      <select value={chosen} onChange={(event) => address.change({ [name]: event.target.value })}>
        <option value="">{words.all}</option>
        {/* What is chosen stands here also before the choices are counted. */}
        {chosen && !possible?.some(({ value }) => value === chosen) && <option>{chosen}</option>}
        {possible?.map(({ value, label, count }) => (
          <option key={value} value={value}>
            {label} ({count})
          </option>
        ))}
      </select>
    </label>
  );
}
