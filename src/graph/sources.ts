import { nodeNamed } from '../model/model.js';
import { type Answer, put } from './answer.js';
import { type Compiled, compileNode } from './projection.js';
import type { Below } from './selection.js';
import type { Statement, View } from './statement.js';

/**
 * The sources of a node or edge. They are stored as parallel lists on it, and each is joined with its document in the
 * same statement. A view of one stage shows the sources of that stage and those outside the planning cycle.
 */
export function sourcesExpression(statement: Statement, owner: string, below: Below, view: View): Compiled {
  const fields = below.of('Source');
  const document = fields.filter(({ name }) => name === 'document');
  const [index, node] = [statement.variable('i'), statement.variable('d')];
  const compiled = document.map((field) => ({
    field,
    ...compileNode(statement, nodeNamed('SourceDocument'), node, field.below, view),
  }));
  const columns = [
    `firstLine: ${owner}.sourceFirstLines[${index}]`,
    `lastLine: ${owner}.sourceLastLines[${index}]`,
    `stage: ${owner}.sourceStages[${index}]`,
    ...(fields.some(({ name }) => name === 'excerpt')
      ? [`excerpt: ${node}.content[${owner}.sourceFirstLines[${index}] - 1..${owner}.sourceLastLines[${index}]]`]
      : []),
    ...compiled.map(({ expression }, place) => `document${place}: ${expression}`),
  ];
  const seen = view.kind === 'stage' ? ` WHERE ${owner}.sourceStages[${index}] IN ['', ${view.parameter}]` : '';
  return {
    expression:
      `COLLECT { UNWIND range(0, size(${owner}.sourceDocuments) - 1) AS ${index} ` +
      `WITH ${index}${seen} ORDER BY ${index} ` +
      `MATCH (${node}:Node {id: ${owner}.sourceDocuments[${index}]}) RETURN {${columns.join(', ')}} }`,
    assemble: (value, variables) =>
      (value as readonly Record<string, unknown>[]).map((row) => {
        const answer: Answer = {};
        for (const { name, responseKey } of fields)
          if (name === 'stage') put(answer, responseKey, row.stage || null);
          else if (name === 'excerpt')
            put(answer, responseKey, Array.isArray(row.excerpt) ? row.excerpt.join('\n') : null);
          else if (name !== 'document') put(answer, responseKey, row[name] ?? null);
        for (const [place, { field, assemble }] of compiled.entries())
          put(answer, field.responseKey, assemble(row[`document${place}`], variables));
        return answer;
      }),
  };
}
