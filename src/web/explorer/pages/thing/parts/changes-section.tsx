import { useAnswer } from '../../../client/use-answer.js';
import { ThingChangesDocument } from '../../../graphql/graphql.js';
import { DataTable } from '../../../parts/data-table.js';
import { Section } from '../../../parts/section.js';
import { ThingLink } from '../../../parts/thing-link.js';
import { changeColumns } from '../../types/change-columns.js';
import { filledColumns } from '../../types/columns.js';
import { useThingLabels } from '../words.js';

/** What happened to a thing between the stages of the plan, oldest first, and how it is known. */
export function ChangesSection({ id }: { readonly id: string }) {
  const labels = useThingLabels();
  const { words, vocabulary, nameOf } = labels;
  const { answer, request } = useAnswer(ThingChangesDocument, { id });
  const changes = answer.node && 'changes' in answer.node ? answer.node.changes : [];
  const coverage = answer.node && 'coverage' in answer.node ? answer.node.coverage[0]?.coverage : undefined;
  const isKnown = changes.length > 0 || coverage?.state === 'COMPLETE';
  // What is stated to be unchanged is listed, and no change.
  const changedCount = changes.filter(({ kind }) => kind !== 'UNCHANGED').length;
  const { step, kind, field, before, after, note, basis, sources } = changeColumns<(typeof changes)[number]>(labels);
  const columns = filledColumns(
    [
      step,
      kind,
      field,
      before,
      after,
      note,
      {
        id: 'pointsTo',
        title: vocabulary.field('Change', 'pointsTo'),
        value: ({ pointsTo }) => pointsTo && nameOf(pointsTo),
        cell: ({ pointsTo }) => pointsTo && <ThingLink thing={pointsTo} />,
      },
      basis,
      sources,
    ],
    changes,
  );
  return (
    <Section
      title={isKnown ? `${words.changes} (${changedCount})` : words.changes}
      request={request}
      coverage={coverage}
      save={changes.length > 0 ? { connection: 'node.changes' } : undefined}
    >
      {changes.length === 0 ? (
        isKnown && <p className="quiet-text">{words.noChanges}</p>
      ) : (
        <>
          {changedCount < changes.length && (
            <p className="quiet-text">{words.unchangedToo(changes.length - changedCount)}</p>
          )}
          <DataTable rows={changes} columns={columns} keyOf={(each) => each.id} label={words.changes} />
        </>
      )}
    </Section>
  );
}
