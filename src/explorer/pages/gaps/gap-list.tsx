import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { TakeAway } from '../../asking/take-away.js';
import { useAnswer, useLaterAnswer } from '../../asking/use-answer.js';
import { type GapKind, GapKindsDocument, GapsDocument } from '../../graphql/graphql.js';
import { useLanguage, useNameOf, useVocabulary } from '../../language/language.js';
import { DataTable } from '../../parts/data-table.js';
import { tailOf } from '../../parts/lists.js';
import { Section } from '../../parts/section.js';
import { useView } from '../../site/view.js';
import { gapColumns } from './gap-columns.js';
import { departmentsOf } from './gap-departments.js';
import { useGapWords } from './words.js';

const severities = ['HIGH', 'MEDIUM', 'LOW'] as const;

/** The gaps of one kind or all, narrowed by what stands in the address. */
export function GapList() {
  const words = useGapWords();
  const language = useLanguage();
  const vocabulary = useVocabulary();
  const nameOf = useNameOf();
  const { municipality } = useView();
  const [parameters, setParameters] = useSearchParams();
  const kind = parameters.get('kind') as GapKind | null;
  const severity = parameters.get('severity');
  const department = parameters.get('department');
  const { answer, asked } = useAnswer(GapsDocument, { municipality: municipality.id, kinds: kind && [kind] });
  const { nodes } = answer.gaps;
  const counted = useLaterAnswer(GapKindsDocument, { municipality: municipality.id }).answer?.gaps;

  const departments = new Map(nodes.flatMap(departmentsOf).map((each) => [tailOf(each.id), each]));
  const ofDepartment = nodes.filter(
    (gap) => !department || departmentsOf(gap).some(({ id }) => tailOf(id) === department),
  );
  const rows = ofDepartment.filter((gap) => !severity || gap.severity === severity);
  const columns = useMemo(
    () => gapColumns({ words, language, vocabulary, nameOf }).filter(({ id }) => id !== 'kind' || !kind),
    [words, language, vocabulary, nameOf, kind],
  );
  const choose = (name: string, value: string) =>
    setParameters((before) => {
      const after = new URLSearchParams(before);
      if (value) after.set(name, value);
      else after.delete(name);
      return after;
    });
  const title = words.count(rows.length);
  return (
    <>
      <search className="gap-filters screen-only">
        <label>
          {words.kind}
          <select value={kind ?? ''} onChange={(event) => choose('kind', event.target.value)}>
            <option value="">
              {words.all} {counted && `(${counted.totalCount})`}
            </option>
            {(counted?.facets ?? (kind ? [{ kind, count: nodes.length }] : [])).map(({ kind: each, count }) => (
              <option key={each} value={each}>
                {vocabulary.value('GapKind', each)} ({count})
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.severity}
          <select value={severity ?? ''} onChange={(event) => choose('severity', event.target.value)}>
            <option value="">{words.all}</option>
            {severities.map((each) => (
              <option key={each} value={each}>
                {words.severities[each]} — {vocabulary.value('GapSeverity', each)} (
                {ofDepartment.filter((gap) => gap.severity === each).length})
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.department}
          <select value={department ?? ''} onChange={(event) => choose('department', event.target.value)}>
            <option value="">{words.all}</option>
            {[...departments].map(([tail, each]) => (
              <option key={tail} value={tail}>
                {nameOf(each)} ({nodes.filter((gap) => departmentsOf(gap).some(({ id }) => id === each.id)).length})
              </option>
            ))}
          </select>
        </label>
      </search>
      <Section
        title={title}
        asked={asked}
        takeAway={
          <TakeAway
            asked={asked}
            connection="gaps"
            ids={[...new Set(rows.flatMap(({ subject, other }) => [subject.id, ...(other ? [other.id] : [])]))]}
          />
        }
      >
        <DataTable rows={rows} columns={columns} keyOf={({ id }) => id} label={title} />
      </Section>
    </>
  );
}
