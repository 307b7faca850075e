import type { NodeDeclaration } from '../model/declaration.js';
import { type Answer, put } from './answer.js';
import type { Assembling } from './assembling.js';
import type { FindIds } from './filter-steps.js';
import type { Plan } from './plan.js';
import type { SelectedField } from './selection.js';
import { Statement } from './statement.js';

/** A part of an answer that statements of its own read. */
export interface Steps {
  /** Finds the nodes of the list first, whose ids the plans are then given as a key. */
  readonly findIds?: FindIds;
  readonly plans: readonly Plan[];
  readonly assemble: (values: readonly unknown[], assembling: Assembling) => unknown;
}

/** Compiles a part of an operation, with what is selected of it. */
export type Compile = (statement: Statement, selected: SelectedField) => Pick<Plan, 'text' | 'assemble'>;

/** One step for all that is selected of a field. */
export function singleStep(selected: SelectedField, compile: Compile): Steps {
  const plan = new Statement({ stepwise: true }).plan((step) => compile(step, selected));
  return { plans: [plan], assemble: ([value], assembling) => plan.assemble(value, assembling) };
}

/** Fields of a connection that are true of the whole list. */
const ofWhole: ReadonlySet<string> = new Set(['totalCount', 'subjectCount', 'facets', 'crossTab']);

/**
 * A connection in steps: its page, its total, its facets and tables are statements of their own, which the database plans
 * and runs beside each other.
 */
export function connectionSteps(node: NodeDeclaration, selected: SelectedField, compile: Compile): Steps {
  const fields = selected.below.of(`${node.name}Connection`);
  const page = fields.filter(({ name }) => !ofWhole.has(name));
  const parts = [
    ...fields.filter(({ name }) => ofWhole.has(name)).map((field) => [field]),
    ...(page.length > 0 ? [page] : []),
  ];
  const plans = parts.map((part) =>
    new Statement({ stepwise: true }).plan((step) => compile(step, { ...selected, below: { of: () => part } })),
  );
  return {
    plans,
    assemble: (values, assembling) => {
      const answer: Answer = {};
      const fill = () => {
        for (const field of fields) {
          const { responseKey } = field;
          put(answer, responseKey, answers[parts.findIndex((part) => part.includes(field))]?.[responseKey]);
        }
      };
      // Coverage is worked out when all is assembled, and is then put into the answer of its part.
      const cover: Assembling['cover'] = (list, pass) =>
        assembling.cover(list, (coverage) => {
          pass(coverage);
          fill();
        });
      const answers = plans.map((plan, index) => plan.assemble(values[index], { ...assembling, cover }) as Answer);
      fill();
      return answer;
    },
  };
}
