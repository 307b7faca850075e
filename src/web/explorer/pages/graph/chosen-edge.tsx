import type { RefObject } from 'react';
import { useAnswer } from '../../client/use-answer.js';
import { EdgeSourcesDocument, SharedBetweenDocument } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import type { DrawnEdge, DrawnNode } from '../../parts/drawing/drawing.js';
import { Waiting } from '../../parts/section.js';
import { Sources } from '../../parts/sources.js';
import { ThingLink, ThingLinks } from '../../parts/thing-link.js';
import { idAtStage } from '../../site/stages.js';
import { useView } from '../../site/view.js';
import { useGraphWords } from './words.js';

/** What the line that was chosen says, and where it was read. */
export function ChosenEdge({
  panel,
  edge,
  nodes,
  onClose,
}: {
  /** Is set to its element, to give it the focus. */
  readonly panel: RefObject<HTMLElement | null>;
  readonly edge: DrawnEdge;
  readonly nodes: readonly DrawnNode[];
  readonly onClose: () => void;
}) {
  const words = useGraphWords();
  const { vocabulary } = useLabels();
  const isShared = edge.type === 'collaboration';
  const ends = [edge.from, edge.to].map((id) => ({ id, name: nodes.find((node) => node.id === id)?.label ?? id }));
  return (
    <aside ref={panel} tabIndex={-1} className="graph-chosen box screen-only" aria-label={words.chosen}>
      <div role="status">
        <p className="quiet-text">
          {isShared ? words.views.collaboration : vocabulary.value('RelationshipType', edge.type)}
        </p>
        <p>
          <b>{edge.sentence}</b>
        </p>
      </div>
      <p className="row">
        {ends.map((end, index) => (
          <span key={end.id}>
            {index > 0 && (isShared ? '― ' : '→ ')}
            <ThingLink thing={end} />
          </span>
        ))}
      </p>
      <Waiting>{isShared ? <SharedWork edge={edge} /> : <EdgeSources edge={edge} />}</Waiting>
      <button type="button" className="quiet" onClick={onClose}>
        {words.close}
      </button>
    </aside>
  );
}

/** Where a relationship was read. */
function EdgeSources({ edge }: { readonly edge: DrawnEdge }) {
  const words = useGraphWords();
  const { stage } = useView();
  const { answer } = useAnswer(EdgeSourcesDocument, { ids: [edge.from, edge.to], stage });
  // Edges have other ids in the answer to another question.
  const found = answer.neighborhood.edges.find(
    ({ type, from, to }) => type === edge.type && from === edge.from && to === edge.to,
  );
  return (
    <div className="graph-chosen-part">
      <h3>{words.sources}</h3>
      {found ? <Sources sources={found.sources} /> : <p className="quiet-text">{words.notAnswered}</p>}
    </div>
  );
}

/** What two departments share, and where it was read. */
function SharedWork({ edge }: { readonly edge: DrawnEdge }) {
  const words = useGraphWords();
  const { stage } = useView();
  const { answer } = useAnswer(SharedBetweenDocument, { id: idAtStage(edge.from, stage) });
  const { node } = answer;
  const collaboration =
    node && 'collaborators' in node ? node.collaborators.find(({ partner }) => partner.id === edge.to) : undefined;
  if (!collaboration) return <p className="quiet-text">{words.notAnswered}</p>;
  return (
    <div className="graph-chosen-part">
      <h3>{words.sharedWork}</h3>
      <ThingLinks
        things={collaboration.shared.map(({ node: shared }) => ({
          ...shared,
          code: 'code' in shared ? shared.code : 'number' in shared ? shared.number : null,
        }))}
      />
      <h3>{words.sources}</h3>
      <Sources sources={collaboration.sources} />
    </div>
  );
}
