import { SaveAs } from '../../../client/save-as.js';
import { useAnswer } from '../../../client/use-answer.js';
import { ThingChangesDocument } from '../../../graphql/graphql.js';
import { useChangeWords } from '../../../language/changed-field.js';
import { DataTable } from '../../../parts/data-table.js';
import { Section } from '../../../parts/section.js';
import { ThingLink } from '../../../parts/thing-link.js';
import { filledColumns, sourcesColumn } from '../../types/columns.js';
import { useLabels } from '../labels.js';

/** What happened to a thing between the stages of the plan, oldest first, and how it is known. */
export function ChangesSection({ id }: { readonly id: string }) {
  const labels = useLabels();
  const { words, vocabulary } = labels;
  const change = useChangeWords();
  const { answer, request } = useAnswer(ThingChangesDocument, { id });
  const changes = answer.node && 'changes' in answer.node ? answer.node.changes : [];
  const title = (field: string) => vocabulary.field('Change', field);
  const stage = (name: string) => vocabulary.value('PlanStage', name);
  return (
    <Section
      title={`${words.changes} (${changes.length})`}
      request={request}
      takeAway={changes.length > 0 && <SaveAs request={request} connection="node.changes" />}
    >
      {changes.length === 0 ? (
        <p className="quiet-text">{words.noChanges}</p>
      ) : (
        <DataTable
          rows={changes}
          columns={filledColumns(
            [
              {
                id: 'step',
                title: words.step,
                value: ({ fromStage, toStage }) => `${stage(fromStage)} → ${stage(toStage)}`,
              },
              { id: 'kind', title: title('kind'), value: ({ kind }) => vocabulary.value('ChangeKind', kind) },
              { id: 'field', title: title('field'), value: change.field },
              { id: 'before', title: title('before'), value: ({ field, before }) => change.value(field, before) },
              { id: 'after', title: title('after'), value: ({ field, after }) => change.value(field, after) },
              { id: 'note', title: title('note'), value: ({ note }) => note },
              {
                id: 'pointsTo',
                title: title('pointsTo'),
                value: ({ pointsTo }) => pointsTo && labels.nameOf(pointsTo),
                cell: ({ pointsTo }) => pointsTo && <ThingLink thing={pointsTo} />,
              },
              { id: 'basis', title: title('basis'), value: ({ basis }) => vocabulary.value('ChangeBasis', basis) },
              sourcesColumn(labels),
            ],
            changes,
          )}
          keyOf={(each) => each.id}
          label={words.changes}
        />
      )}
    </Section>
  );
}
