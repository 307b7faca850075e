import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { ExecutionResult } from 'graphql';
import type { Read } from '../../../src/graph/engine.js';
import { Oracle } from './answers.js';
import { Cursors } from './cursors.js';
import { differences } from './differences.js';
import type { FieldItem, Operation } from './operation.js';
import { type Printed, print, printProbe } from './print.js';
import { newPlans, nothingPlanned, parsed, type Served, serve } from './service.js';
import type { World } from './world.js';

/** An answer, and what was sent to the graph for it where that is known. */
export interface Answered {
  readonly answer: ExecutionResult;
  readonly sent?: Served['sent'];
}

/** Answers the first and the second request of an operation. */
export type Answering<Given extends Answered> = (printed: Printed) => (request: 0 | 1) => Promise<Given>;

/** An operation that says in a counterexample what was asked. */
export class Request {
  readonly operation: Operation;
  /** What was sent last, with the cursors that it held. */
  private last: Printed | null = null;

  constructor(operation: Operation) {
    this.operation = operation;
  }

  [fc.toStringMethod](): string {
    const { text, variables } = this.last ?? print(this.operation, new Map());
    return `\n${text}\nvariables: ${JSON.stringify(variables[0])}\nthen: ${JSON.stringify(variables[1])}\n`;
  }

  /** Compares the engine with the oracle. */
  compare(read: Read, world: World): Promise<readonly Served[]> {
    return this.compareAnswers(byEngine(read), world);
  }

  /**
   * Asks a service and the oracle: first, where the operation wants cursors, for those that its lists return; then twice
   * with other variables, where it has any. All answers must agree.
   */
  async compareAnswers<Given extends Answered>(service: Answering<Given>, world: World): Promise<readonly Given[]> {
    const cursors = new Cursors();
    const known = new Map<FieldItem, readonly string[]>();
    const oracle = new Oracle(world, cursors);
    const both = async (printed: Printed, requests: readonly (0 | 1)[]) => {
      this.last = printed;
      const document = parsed(printed.text);
      const answer = service(printed);
      const all: Given[] = [];
      for (const request of requests) {
        const served = await answer(request);
        const foreign = request === 1 && known.size > 0;
        const expected = await oracle.answer(document, printed.variables[request]);
        const found = differences(served.answer, expected, cursors, foreign);
        if (found.length > 0)
          throw new Error(
            [
              `The ${['first', 'second'][request]} answer differs.${fc.stringify(this)}`,
              ...found.slice(0, 10),
              ...(served.sent ?? []).map(({ cypher, parameters }) => `${cypher}\n${JSON.stringify(parameters)}`),
            ].join('\n'),
          );
        all.push(served);
      }
      return all;
    };
    const probe = printProbe(this.operation);
    if (probe.cursorKeys.size > 0) {
      const [served] = await both(probe, [0]);
      for (const [item, key] of probe.cursorKeys) known.set(item, cursorsAt(key, served?.answer.data));
    }
    const printed = print(this.operation, known);
    const [one, other] = printed.variables;
    return both(printed, isDeepStrictEqual(one, other) ? [0] : [0, 1]);
  }
}

/** The engine: asked twice with one plan, and each time in steps too, which must give the same text as the one statement. */
const byEngine =
  (read: Read): Answering<Served> =>
  ({ text, variables }) => {
    const document = parsed(text);
    const plans = newPlans();
    return async (request) => {
      const served = await serve(read, document, variables[request], plans);
      const { answer } = await serve(read, document, variables[request], newPlans(), nothingPlanned);
      if (!isSameAnswer(answer, served.answer))
        throw new Error(`The answer in steps differs.\n${JSON.stringify([answer, served.answer])}`);
      return served;
    };
  };

/** Of several wrong root fields, the first that was found to be wrong is the one that is told. */
const isSameAnswer = (one: Served['answer'], other: Served['answer']): boolean =>
  JSON.stringify(one) === JSON.stringify(other) ||
  (one.data === null && other.data === null && codeOf(one) === codeOf(other));

const codeOf = ({ errors }: Served['answer']) => errors?.[0]?.extensions?.code;

/** The cursors that stand under a key, anywhere in an answer. */
function cursorsAt(key: string, data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    name === key
      ? (value as readonly { readonly cursor: string }[]).map(({ cursor }) => cursor)
      : cursorsAt(key, value),
  );
}
