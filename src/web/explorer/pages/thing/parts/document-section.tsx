import { useAnswer } from '../../../client/use-answer.js';
import { DocumentLinesDocument, type DocumentLinesQuery } from '../../../graphql/graphql.js';
import { DataTable } from '../../../parts/data-table.js';
import { Section } from '../../../parts/section.js';
import { ReadFacts } from '../../../parts/source-drawer/read-facts.js';
import { useAddress } from '../../../site/use-address.js';
import type { Row } from '../../types/rows.js';
import { type ThingLabels, useThingLabels } from '../words.js';

type Line = Extract<NonNullable<DocumentLinesQuery['node']>, { readonly lines: unknown }>['lines']['nodes'][number];

/**
 * What was read from which line of a document, from the line in the address on; with the words of the lines where they were
 * imported, else with the reason why they are not there.
 */
export function DocumentSection({ node }: { readonly node: Row }) {
  const labels = useThingLabels();
  const { words, pick } = labels;
  const { parameters, change } = useAddress();
  const firstLine = Number(parameters.get('line')) || null;
  // Without their words, lines from which nothing was read say nothing.
  const cited = node.textIncluded === true ? null : true;
  const { answer, request } = useAnswer(DocumentLinesDocument, { id: String(node.id), firstLine, cited });
  if (!answer.node || !('lines' in answer.node)) return null;
  const { nodes, totalCount, pageInfo } = answer.node.lines;
  const last = nodes.at(-1)?.number ?? 0;
  const told = nodes.filter(({ text, facts }) => facts.length > 0 || (text ?? '').trim() !== '');
  const note = pick(node.textNote, node.textNoteEn);
  return (
    <Section title={words.document.title} request={request} save={{ connection: 'node.lines' }}>
      {typeof note === 'string' && <p className="notice">{note}</p>}
      {firstLine !== null && (
        <p>
          {words.document.from(firstLine)}{' '}
          <button type="button" className="quiet" onClick={() => change({ line: null })}>
            {words.document.fromStart}
          </button>
        </p>
      )}
      {told.length < nodes.length && <p className="quiet-text">{words.document.blank(nodes.length - told.length)}</p>}
      <DataTable
        rows={told}
        total={totalCount - (nodes.length - told.length)}
        columns={columns(labels, cited === null)}
        keyOf={({ number }) => String(number)}
        label={words.document.title}
      />
      {pageInfo.hasNextPage && (
        <p className="screen-only">
          <button type="button" onClick={() => change({ line: last + 1 })}>
            {words.document.next}
          </button>
        </p>
      )}
    </Section>
  );
}

const columns = (labels: ThingLabels, withText: boolean) => {
  const { words, pick } = labels;
  const said = ({ facts }: Line) => facts.map(({ sentence, sentenceEn }) => pick(sentence, sentenceEn)).join('\n');
  return [
    { id: 'number', title: words.document.line, value: ({ number }: Line) => number, numeric: true },
    ...(withText ? [{ id: 'text', title: words.document.text, value: ({ text }: Line) => text }] : []),
    {
      id: 'facts',
      title: words.document.facts,
      value: said,
      cell: ({ facts }: Line) => <ReadFacts facts={facts} />,
    },
  ];
};
