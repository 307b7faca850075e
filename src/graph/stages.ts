/** As which stage a list is read, and what it means to name several. */
import { badInput } from '../refusal.js';
import { isGiven } from './operators.js';
import { effectiveView, type Statement, type View } from './statement.js';

type Given = Readonly<Record<string, unknown>>;

/**
 * The view that the arguments of a field ask for; without any, that of the level above. A list of several stages says which
 * things are in it: they are shown as in force, since a thing that is read at no one stage has the id of none.
 */
export function viewOf(statement: Statement, { stage, stages }: Given, inherited: View): View {
  if (isGiven(stages)) {
    if (isGiven(stage)) throw both;
    return effectiveView;
  }
  return typeof stage === 'string' ? statement.stage(stage) : statement.sameView(inherited);
}

/** The views of the stages that a list names; null where it names none. */
export function viewsOf(statement: Statement, { stages }: Given): readonly View[] | null {
  if (!isGiven(stages)) return null;
  const named = [...new Set(stages as readonly string[])];
  if (named.length === 0) throw none;
  return named.map((stage) => statement.stage(stage));
}

/** Whether a thing must be there at all of the stages. */
export const matchesAll = ({ stageMatch }: Given): boolean => stageMatch === 'ALL';

const both = badInput(
  'stage, stages: expected one of them, but got both',
  'stageとstagesは、どちらか一方だけを指定してください。',
);
const none = badInput('stages: expected at least one stage, but got none', 'stagesには段階を1つ以上指定してください。');
