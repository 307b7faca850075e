import { nodeNamed } from '../model/model.js';
import { readSource, type SourcePlace, type StoredSources } from '../model/stored-sources.js';
import { type Answer, put } from './answer.js';
import type { Assembling } from './assembling.js';
import { type Compiled, compileNode } from './projection.js';
import type { Below, SelectedField } from './selection.js';
import { eachKeyAsKey, type Statement, type View } from './statement.js';
import { singleStep } from './steps.js';

const isKnown = ({ name }: SelectedField) => name === 'id' || name === 'thingId' || name === '__typename';

/** Whether more is selected than what is stored beside the sources. */
const readsDocuments = (below: Below): boolean =>
  below
    .of('Source')
    .some(
      ({ name, below: inner }) =>
        name === 'excerpt' || (name === 'document' && !inner.of('SourceDocument').every(isKnown)),
    );

/** The statement that joins stored sources with their documents. */
export function sourcesStatement(statement: Statement, below: Below, view: View) {
  const owner = statement.variable('o');
  const { expression, assemble } = sourcesExpression(statement, owner, below, view);
  return {
    text: `${eachKeyAsKey} WITH index, {sources: key} AS ${owner} RETURN index, ${expression} AS answer`,
    assemble,
  };
}

/** Writes the sources that a row holds as they are stored; a step reads of the documents what else is selected. */
export function sourcesWriter(stored: (row: readonly unknown[]) => unknown, selected: SelectedField, view: View) {
  const { responseKey, below } = selected;
  const steps = singleStep(selected, (step) => sourcesStatement(step, below, view));
  return (answer: Answer, row: readonly unknown[], assembling: Assembling): void => {
    const joined = readsDocuments(below);
    put(answer, responseKey, joined ? null : steps.assemble([[stored(row)]], assembling));
    if (joined) assembling.defer(steps, stored(row), (part) => put(answer, responseKey, part));
  };
}

type Writer = (answer: Answer, source: SourcePlace, joined: readonly unknown[], assembling: Assembling) => void;

/**
 * The sources of a node or edge. They are stored as a list on it and read as they are; where more than the id of a document
 * is asked for, each is joined with its document in the same statement. A view of one stage shows the sources
 * of that stage and those outside the planning cycle.
 */
export function sourcesExpression(statement: Statement, owner: string, below: Below, view: View): Compiled {
  const [index, part, document] = [statement.variable('i'), statement.variable('p'), statement.variable('d')];
  const joinedColumns: string[] = [];
  const writers = below.of('Source').map((field): Writer => {
    const { name, responseKey } = field;
    if (name === 'document') return documentWriter(field);
    if (name === '__typename') return (answer) => put(answer, responseKey, 'Source');
    if (name === 'stage') return (answer, { stage }) => put(answer, responseKey, stage);
    if (name !== 'excerpt')
      return (answer, source) => put(answer, responseKey, source[name as keyof SourcePlace] ?? null);
    const lines = `toInteger(${part}[1]) - 1..toInteger(${part}[2])`;
    const column = joinedColumns.push(`${document}.content[${lines}]`) - 1;
    return (answer, _source, joined) => {
      const excerpt = joined[column];
      put(answer, responseKey, Array.isArray(excerpt) ? excerpt.join('\n') : null);
    };
  });

  function documentWriter({ responseKey, below: selected }: SelectedField): Writer {
    const fields = selected.of('SourceDocument');
    const compiled = compileNode(statement, nodeNamed('SourceDocument'), document, selected, view);
    if (fields.every(isKnown)) {
      // Its row would be the id, which is here already.
      return (answer, { document: id }, _joined, assembling) =>
        put(answer, responseKey, compiled.assemble([id], assembling));
    }
    const column = joinedColumns.push(compiled.expression) - 1;
    return (answer, _source, joined, assembling) =>
      put(answer, responseKey, compiled.assemble(joined[column], assembling));
  }

  const joined =
    joinedColumns.length === 0
      ? ''
      : `, COLLECT { UNWIND range(0, size(${owner}.sources) - 1) AS ${index} ` +
        `WITH ${index}, split(${owner}.sources[${index}], ' ') AS ${part} ` +
        `OPTIONAL MATCH (${document}:Node {id: ${part}[0]}) ` +
        `WITH ${index}, ${part}, ${document} ORDER BY ${index} RETURN [${joinedColumns.join(', ')}] }`;
  return {
    expression: `[${owner}.sources${joined}]`,
    assemble: (value, assembling) => {
      const [stored, rows] = value as readonly [StoredSources | null, (readonly (readonly unknown[])[])?];
      return (stored ?? []).flatMap((text, index) => {
        const source = readSource(text);
        if (view.kind === 'stage' && source.stage !== null && source.stage !== view.stage) return [];
        const answer: Answer = {};
        for (const write of writers) write(answer, source, rows?.[index] ?? [], assembling);
        return [answer];
      });
    },
  };
}
