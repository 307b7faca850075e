import { useAnswer } from '../../client/use-answer.js';
import { SdgFiguresDocument } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { Figure } from '../../parts/figure/figure.js';
import { rowLayout } from '../../parts/figure/row-layout.js';
import { NamedGoal } from '../../parts/sdg-mark.js';
import { ThingLink, thingAddress } from '../../parts/thing-link.js';
import { hrefOf, useView } from '../../site/view.js';
import { byGoal, type GoalTouched } from './by-goal.js';
import { useSdgWords } from './words.js';

const load = () => import('./goals-chart.js');

/** Per goal what touches it, and who. */
export function GoalsFigure() {
  const words = useSdgWords();
  const { vocabulary, nameOf } = useLabels();
  const { municipality, stage, link } = useView();
  const { answer, request } = useAnswer(SdgFiguresDocument, { municipality: municipality.id, stage });
  const goals = byGoal(answer);
  const nameOfGoal = ({ goal }: GoalTouched) => `${goal.number} ${nameOf(goal)}`;
  const touched = goals.toSorted((a, b) => b.items.length - a.items.length);
  const [first] = touched;
  const isDrawn = first !== undefined && first.items.length > 0;
  const rows = goals.map((each) => {
    const value =
      each.items.length === 0 ? words.none : words.counts(each.items.length, each.measures, each.departments.length);
    return {
      id: each.goal.id,
      label: nameOfGoal(each),
      value,
      count: each.items.length,
      color: each.goal.color,
      href: hrefOf(link(thingAddress(each.goal.id))),
      spoken: `${nameOfGoal(each)}: ${value}`,
    };
  });
  return (
    <Figure
      id="sdg-goals"
      title={
        isDrawn
          ? words.finding(nameOfGoal(first), first.items.length, goals.filter(({ items }) => items.length === 0).length)
          : words.about
      }
      about={words.about}
      coverage={answer.policyItems.coverage}
      drawn={isDrawn ? { load, data: rows, height: (width) => rowLayout(rows.length, width, 18, 4).height } : null}
      request={request}
      save={{ connection: 'policyItems' }}
      rows={goals}
      keyOf={({ goal }) => goal.id}
      columns={[
        {
          id: 'goal',
          title: words.goal,
          isName: true,
          value: nameOfGoal,
          cell: ({ goal }) => <NamedGoal goal={goal} />,
        },
        {
          id: 'items',
          title: vocabulary.types('PolicyItem'),
          value: ({ items }) => items.length,
          cell: ({ items }) => <Links things={items} />,
        },
        { id: 'measures', title: words.measures, value: ({ measures }) => measures, numeric: true },
        {
          id: 'departments',
          title: words.departments,
          value: ({ departments }) => departments.length,
          cell: ({ departments }) => <Links things={departments} />,
        },
      ]}
      sources={answer.policyItems.nodes.flatMap(({ sdgs }) => sdgs.edges.flatMap(({ sources }) => sources))}
    />
  );
}

const Links = ({ things }: { readonly things: readonly Parameters<typeof ThingLink>[0]['thing'][] }) => (
  <ul className="plain">
    {things.map((thing) => (
      <li key={thing.id}>
        <ThingLink thing={thing} />
      </li>
    ))}
  </ul>
);
