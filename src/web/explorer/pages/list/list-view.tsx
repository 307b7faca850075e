import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { SaveAs } from '../../client/save-as.js';
import { useAnswer } from '../../client/use-answer.js';
import { DataTable } from '../../parts/data-table.js';
import { PartErrors } from '../../parts/part-error.js';
import { Section } from '../../parts/section.js';
import { useView } from '../../site/view.js';
import { useLabels } from '../thing/labels.js';
import { pageOperation } from '../types/all.js';
import { columnsOf } from '../types/columns.js';
import type { PageType } from '../types/page-type.js';
import type { Row } from '../types/rows.js';
import { conditionOf, type ListVariables } from './list-filter.js';
import { NarrowingBar } from './narrowing-bar.js';
import { useListWords } from './words.js';

/** All nodes of a type: what narrows the list, and the table. */
export function ListView({ type }: { readonly type: PageType }) {
  const { municipality, stage } = useView();
  const [parameters] = useSearchParams();
  const { filters = [], choicesOperation = null } = type.list ?? {};
  const filter = conditionOf(filters, parameters, municipality.key);
  const variables: ListVariables = { municipality: municipality.id, stage, ...(filter && { filter }) };
  return (
    <>
      {choicesOperation && <NarrowingBar type={type} operation={choicesOperation} variables={variables} />}
      <PartErrors>
        <Rows type={type} variables={variables} />
      </PartErrors>
    </>
  );
}

type Answer = Readonly<Record<string, { readonly totalCount: number; readonly nodes: readonly Row[] }>>;

function Rows({ type, variables }: { readonly type: PageType; readonly variables: ListVariables }) {
  const words = useListWords();
  const labels = useLabels();
  const { plural, list } = type;
  const { answer, request } = useAnswer(pageOperation<Answer, ListVariables>(list?.operation ?? ''), variables);
  const { nodes, totalCount } = answer[plural] ?? { nodes: [], totalCount: 0 };
  const columns = useMemo(() => columnsOf(type, 'list', labels), [type, labels]);
  const title = words.count(labels.vocabulary.types(type.name), totalCount);
  return (
    <Section
      title={title}
      request={request}
      takeAway={<SaveAs request={request} connection={plural} ids={nodes.map(({ id }) => String(id))} />}
    >
      <DataTable rows={nodes} total={totalCount} columns={columns} keyOf={({ id }) => String(id)} label={title} />
    </Section>
  );
}
