/** Look-ups by id, for any type. */
import { nodeNamed } from '../../model/model.js';
import { eachCharacters, entries } from '../types/argument-limits.js';
import { argument, field, t } from '../types/declare.js';
import { Node } from '../types/objects.js';
import { maximumIdLength, stageType } from './arguments.js';

/** The most ids that one call may ask for. */
const maximumIds = 500;

const stage = argument(stageType, 'The graph below as this stage has it; null means what is in force. [計画段階]');

export const nodeQueries = {
  node: field({
    type: t.nullable(Node),
    description: 'The node with that id, in force or not; null where there is none. [識別子で1件取得]',
    args: {
      stage,
      id: argument(t.id, `Id of any node, such as ${nodeNamed('Measure').example}. [識別子]`),
    },
    resolve: async (_root, { id }, { engine }, info) =>
      // Nothing has a longer id.
      id.length > maximumIdLength ? null : engine.byId('Node', id.normalize('NFKC'), info),
  }),
  nodes: field({
    type: t.list(t.nullable(Node)),
    description: `The nodes with these ids, in the same order, null where there is none; at most ${maximumIds}. [識別子で複数件取得]`,
    args: {
      ids: argument(
        t.list(t.id),
        `Ids of any nodes, such as ${nodeNamed('Measure').example}; at most ${maximumIds}. [識別子の一覧]`,
        entries(maximumIds),
        eachCharacters(maximumIdLength),
      ),
      stage,
    },
    resolve: async (_root, { ids }, { engine }, info) => {
      // Hundreds each time, and asked for under as many aliases as are allowed.
      await engine.chunks.yieldIfLong();
      return Promise.all(ids.map((id) => engine.byId('Node', id.normalize('NFKC'), info)));
    },
  }),
};
