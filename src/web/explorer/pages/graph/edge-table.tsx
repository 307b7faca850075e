import { useMemo } from 'react';
import { useLabels } from '../../language/language.js';
import { type Column, DataTable } from '../../parts/data-table.js';
import type { Drawing, DrawnEdge } from '../../parts/drawing/drawing.js';
import { TypeMark } from '../../parts/drawing/kind-mark.js';
import { ThingLink } from '../../parts/thing-link.js';
import { useGraphWords } from './words.js';

/** All that is drawn, as a table of its lines; beside the drawing it chooses them there. */
export function EdgeTable({
  drawing: { nodes, edges },
  onChoose,
}: {
  readonly drawing: Drawing;
  readonly onChoose?: ((id: string) => void) | undefined;
}) {
  const words = useGraphWords();
  const { vocabulary } = useLabels();
  const columns = useMemo<readonly Column<DrawnEdge>[]>(() => {
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const nameOf = (id: string) => byId.get(id)?.label ?? id;
    const end = (side: 'from' | 'to'): Column<DrawnEdge> => ({
      id: side,
      title: words[side],
      value: ({ [side]: id }) => nameOf(id),
      cell: ({ [side]: id }) => (
        <span className="graph-end">
          <TypeMark type={byId.get(id)?.type ?? ''} /> <ThingLink thing={{ id, name: nameOf(id) }} />
        </span>
      ),
    });
    const said = ({ type, sentence }: DrawnEdge) =>
      type === 'collaboration' ? sentence : vocabulary.value('RelationshipType', type);
    const relationship: Column<DrawnEdge> = {
      id: 'type',
      title: words.relationship,
      value: said,
      ...(onChoose && {
        cell: (edge) => (
          <button type="button" className="quiet" data-line={edge.id} onClick={() => onChoose(edge.id)}>
            {said(edge)}
          </button>
        ),
      }),
    };
    return [end('from'), relationship, end('to')];
  }, [nodes, words, vocabulary, onChoose]);
  return <DataTable rows={edges} columns={columns} keyOf={({ id }) => id} label={words.asText} />;
}
