import { nodeNamed } from '../model/model.js';
import { type Answer, put } from './answer.js';
import type { Assembling } from './assembling.js';
import { type Compiled, compileNode } from './projection.js';
import type { Below, SelectedField } from './selection.js';
import type { Statement, View } from './statement.js';

/** One source, as the graph has it beside the others of its owner. */
interface StoredSource {
  readonly document: string;
  readonly stage: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

type Writer = (answer: Answer, source: StoredSource, joined: readonly unknown[], assembling: Assembling) => void;

/**
 * The sources of a node or edge. They are stored as parallel lists on it and read as they are; where more than the id of
 * a document is asked for, each is joined with its document in the same statement. A view of one stage shows the sources
 * of that stage and those outside the planning cycle.
 */
export function sourcesExpression(statement: Statement, owner: string, below: Below, view: View): Compiled {
  const [index, document] = [statement.variable('i'), statement.variable('d')];
  const joinedColumns: string[] = [];
  const writers = below.of('Source').map((field): Writer => {
    const { name, responseKey } = field;
    if (name === 'document') return documentWriter(field);
    if (name === '__typename') return (answer) => put(answer, responseKey, 'Source');
    if (name === 'stage') return (answer, { stage }) => put(answer, responseKey, stage || null);
    if (name !== 'excerpt')
      return (answer, source) => put(answer, responseKey, source[name as keyof StoredSource] ?? null);
    const lines = `${owner}.sourceFirstLines[${index}] - 1..${owner}.sourceLastLines[${index}]`;
    const column = joinedColumns.push(`${document}.content[${lines}]`) - 1;
    return (answer, _source, joined) => {
      const excerpt = joined[column];
      put(answer, responseKey, Array.isArray(excerpt) ? excerpt.join('\n') : null);
    };
  });

  function documentWriter({ responseKey, below: selected }: SelectedField): Writer {
    const fields = selected.of('SourceDocument');
    const compiled = compileNode(statement, nodeNamed('SourceDocument'), document, selected, view);
    if (fields.every(({ name }) => name === 'id' || name === '__typename')) {
      // Its row would be the id, which is here already.
      return (answer, { document: id }, _joined, assembling) =>
        put(answer, responseKey, compiled.assemble([id], assembling));
    }
    const column = joinedColumns.push(compiled.expression) - 1;
    return (answer, _source, joined, assembling) =>
      put(answer, responseKey, compiled.assemble(joined[column], assembling));
  }

  const lists = ['sourceDocuments', 'sourceStages', 'sourceFirstLines', 'sourceLastLines'].map(
    (name) => `${owner}.${name}`,
  );
  const joined =
    joinedColumns.length === 0
      ? ''
      : `, COLLECT { UNWIND range(0, size(${owner}.sourceDocuments) - 1) AS ${index} ` +
        `OPTIONAL MATCH (${document}:Node {id: ${owner}.sourceDocuments[${index}]}) ` +
        `WITH ${index}, ${document} ORDER BY ${index} RETURN [${joinedColumns.join(', ')}] }`;
  return {
    expression: `[${lists.join(', ')}${joined}]`,
    assemble: (value, assembling) => {
      const [documents, stages, firstLines, lastLines, rows] = value as StoredColumns;
      return (documents ?? []).flatMap((id, place) => {
        const stage = stages[place] ?? '';
        if (view.kind === 'stage' && stage !== '' && stage !== view.stage) return [];
        const source = { document: id, stage, firstLine: firstLines[place] ?? 0, lastLine: lastLines[place] ?? 0 };
        const answer: Answer = {};
        for (const write of writers) write(answer, source, rows?.[place] ?? [], assembling);
        return [answer];
      });
    },
  };
}

/** The four lists in which a node or edge keeps its sources. */
export type StoredSources = readonly [
  documents: readonly string[] | null,
  stages: readonly string[],
  firstLines: readonly number[],
  lastLines: readonly number[],
];

type StoredColumns = readonly [...StoredSources, joined?: readonly (readonly unknown[])[]];
