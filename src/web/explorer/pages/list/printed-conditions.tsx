import { useWords } from '../../language/words.js';
import { useAddress } from '../../site/use-address.js';
import { useView } from '../../site/view.js';
import { useThingLabels } from '../thing/words.js';
import type { PageType } from '../types/page-type.js';
import { chosenOrder, listParameters } from './list-address.js';
import { dayIn } from './list-variables.js';
import { useListWords } from './words.js';

/** On paper, where the controls are left out: the stage, the text that was looked for and the order; filters print themselves. */
export function PrintedConditions({
  type,
  titles,
}: {
  readonly type: PageType;
  readonly titles: readonly { readonly id: string; readonly title: string }[];
}) {
  const words = useListWords();
  const { stage: stageWords } = useWords();
  const { vocabulary } = useThingLabels();
  const { stage } = useView();
  const { parameters } = useAddress();
  const text = parameters.get(listParameters.text);
  const order = chosenOrder(type, parameters);
  const orderedBy = order && titles.find(({ id }) => id === order.column)?.title;
  const conditions = [
    ...(type.staged
      ? [[stageWords.label, stage ? vocabulary.value('PlanStage', stage) : stageWords.inForce] as const]
      : []),
    ...(type.list?.dated && dayIn(parameters) ? [[words.asOf, dayIn(parameters) ?? ''] as const] : []),
    ...(text ? [[words.textFound, text] as const] : []),
    ...(orderedBy ? [[words.order, `${orderedBy} ${order.descending ? '↓' : '↑'}`] as const] : []),
  ];
  if (conditions.length === 0) return null;
  return (
    <ul className="printed-conditions row plain small paper-only">
      {conditions.map(([title, value]) => (
        <li key={title}>{words.condition(title, value)}</li>
      ))}
    </ul>
  );
}
