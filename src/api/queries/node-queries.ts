/** Look-ups by id, for any type. */
import type { GraphQLResolveInfo } from 'graphql';
import type { Engine } from '../../graph/engine.js';
import { nodeNamed } from '../../model/model.js';
import { idAtStage, readId } from '../../model/stage-id.js';
import { eachCharacters, entries } from '../types/argument-limits.js';
import { argument, field, t } from '../types/declare.js';
import { Node } from '../types/objects.js';
import { maximumIdLength } from './arguments.js';

/** The most ids that one call may ask for. */
const maximumIds = 500;

const { example } = nodeNamed('Measure');
const examples = `${example} or ${idAtStage(example, 'DRAFT')}`;
const stagedJa = '末尾に@と段階の付いた識別子は、その計画段階の内容';

async function nodeOf(given: string, engine: Engine, info: GraphQLResolveInfo): Promise<unknown> {
  // Nothing has a longer id.
  if (given.length > maximumIdLength) return null;
  const { id, stage } = readId(given);
  return engine.byId('Node', id, info, stage);
}

export const nodeQueries = {
  node: field({
    type: t.nullable(Node),
    description: `The node with that id, in force or not; of an id with a stage it is shown, with all below it, as that stage has it. Null where there is none. [識別子で1件取得。${stagedJa}]`,
    args: { id: argument(t.id, `Id of any node, such as ${examples}. [識別子]`) },
    resolve: async (_root, { id }, { engine }, info) => nodeOf(id, engine, info),
  }),
  nodes: field({
    type: t.list(t.nullable(Node)),
    description: `The nodes with these ids, in the same order, each as the stage of its id has it, null where there is none; at most ${maximumIds}. [識別子で複数件取得。${stagedJa}]`,
    args: {
      ids: argument(
        t.list(t.id),
        `Ids of any nodes, such as ${examples}; at most ${maximumIds}. [識別子の一覧]`,
        entries(maximumIds),
        eachCharacters(maximumIdLength),
      ),
    },
    resolve: async (_root, { ids }, { engine }, info) => {
      // Hundreds each time, and asked for under as many aliases as are allowed.
      await engine.chunks.yieldIfLong();
      return Promise.all(ids.map((id) => nodeOf(id, engine, info)));
    },
  }),
};
