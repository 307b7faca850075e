import { Link } from 'react-router';
import { SaveAs } from '../../client/save-as.js';
import { useAnswer } from '../../client/use-answer.js';
import { type ChangeKind, ChangeListDocument, type ChangeListQuery, type PlanStage } from '../../graphql/graphql.js';
import { useChangeWords } from '../../language/changed-field.js';
import { useNameOf, useVocabulary } from '../../language/language.js';
import { type Column, DataTable } from '../../parts/data-table.js';
import { Section } from '../../parts/section.js';
import { FoldedSources } from '../../parts/sources.js';
import { ThingLink } from '../../parts/thing-link.js';
import { useView } from '../../site/view.js';
import { type ChangedType, entityType } from './changed-types.js';
import { ChangeMark } from './stage-table.js';
import { useCompareWords } from './words.js';

type Change = ChangeListQuery['changes']['nodes'][number];

/** The changes of one type, kind and step, each null for all; read by an operation that asks for just these. */
export function ChangeList({
  type,
  kind,
  step,
  clear,
}: {
  readonly type: ChangedType | null;
  readonly kind: ChangeKind | null;
  readonly step: { readonly from: PlanStage; readonly to: PlanStage } | null;
  /** Where nothing is chosen. */
  readonly clear: { readonly search: string };
}) {
  const words = useCompareWords();
  const vocabulary = useVocabulary();
  const { municipality } = useView();
  const columns = useColumns();
  const { answer, request } = useAnswer(ChangeListDocument, {
    municipality: municipality.id,
    from: step?.from ?? null,
    to: step?.to ?? null,
    kinds: kind && [kind],
    types: type && [entityType(type)],
  });
  const { nodes, totalCount } = answer.changes;
  const chosen = [
    type && vocabulary.type(type),
    kind && vocabulary.value('ChangeKind', kind),
    step && `${vocabulary.value('PlanStage', step.from)} → ${vocabulary.value('PlanStage', step.to)}`,
  ].filter(Boolean);
  const title = words.listOf(chosen.join(' · '));
  return (
    <Section
      title={`${title} (${totalCount})`}
      request={request}
      takeAway={<SaveAs request={request} connection="changes" />}
    >
      <p className="screen-only">
        <Link to={clear}>{words.clear}</Link>
      </p>
      <DataTable rows={nodes} total={totalCount} columns={columns} keyOf={({ id }) => id} label={title} />
    </Section>
  );
}

function useColumns(): readonly Column<Change>[] {
  const words = useCompareWords();
  const vocabulary = useVocabulary();
  const nameOf = useNameOf();
  const change = useChangeWords();
  const title = (field: string) => vocabulary.field('Change', field);
  const stage = (name: PlanStage) => vocabulary.value('PlanStage', name);
  return [
    {
      id: 'item',
      title: vocabulary.type('PolicyItem'),
      value: ({ subject }) => itemOf(subject),
    },
    {
      id: 'type',
      title: words.type,
      value: ({ subject }) => vocabulary.type(subject.__typename),
    },
    {
      id: 'subject',
      title: title('subject'),
      value: ({ subject }) => nameOf(subject),
      cell: ({ subject }) => <ThingLink thing={subject} />,
    },
    {
      id: 'kind',
      title: title('kind'),
      value: ({ kind }) => vocabulary.value('ChangeKind', kind),
      cell: ({ kind }) => <ChangeMark kind={kind} />,
    },
    { id: 'field', title: title('field'), value: change.field },
    { id: 'before', title: title('before'), value: ({ field, before }) => change.value(field, before) },
    { id: 'after', title: title('after'), value: ({ field, after }) => change.value(field, after) },
    {
      id: 'step',
      title: words.step,
      value: ({ fromStage, toStage }) => `${stage(fromStage)} → ${stage(toStage)}`,
    },
    { id: 'basis', title: title('basis'), value: ({ basis }) => vocabulary.value('ChangeBasis', basis) },
    {
      id: 'sources',
      title: vocabulary.field('Change', 'sources'),
      value: ({ sources }) => sources.length || null,
      cell: ({ sources }) => <FoldedSources sources={sources} />,
    },
  ];
}

/** Code of the policy item that the subject is or belongs to; null for those of linkage plans. */
function itemOf(subject: Change['subject']): string | null {
  if ('projectItem' in subject) return subject.projectItem.code;
  if ('policyItem' in subject) return subject.policyItem?.code ?? null;
  return 'code' in subject ? subject.code : null;
}
