import { useAnswer } from '../../client/use-answer.js';
import { ChangeFlowDocument, type ChangeKind } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { Figure } from '../../parts/figure/figure.js';
import { FigureTabs, useFigureChoice } from '../../parts/figure/figure-tabs.js';
import { ThingLink } from '../../parts/thing-link.js';
import { changed, useAddress } from '../../site/use-address.js';
import { hrefOf, useView } from '../../site/view.js';
import { countsOf, type Flowing, flowing, flowOrder, steps } from './change-flow.js';
import { ChangeMark } from './change-mark.js';
import { changedTypes } from './changed-types.js';
import type { FlowBand, FlowStep } from './flow-chart.js';
import { flowLayout, totalOf } from './flow-layout.js';
import { useCompareWords } from './words.js';

const load = () => import('./flow-chart.js');

const colors: Readonly<Record<ChangeKind, string>> = {
  UNCHANGED: 'var(--quiet-mark)',
  REORDERED: 'var(--grade-b)',
  REVISED: 'var(--grade-c)',
  RENAMED: 'var(--grade-a)',
  MOVED: 'var(--accent)',
  REMOVED: 'var(--bad)',
  ADDED: 'var(--good)',
};

/** `?flow=Measure`: what came, went, changed and stayed from stage to stage, of things of one type. */
export function FlowFigure() {
  const words = useCompareWords();
  const { vocabulary, nameOf } = useLabels();
  const { municipality, link } = useView();
  const { parameters } = useAddress();
  const { answer, request } = useAnswer(ChangeFlowDocument, { municipality: municipality.id });
  const all = flowing([...answer.changes.nodes, ...answer.unchanged.nodes]);
  const moving = (type: string) =>
    all.filter(({ thing, kind }) => thing.__typename === type && (kind === 'ADDED' || kind === 'REMOVED')).length;
  // Those with most that comes and goes first.
  const types = changedTypes
    .filter((type) => all.some(({ thing }) => thing.__typename === type))
    .toSorted((a, b) => moving(b) - moving(a));
  const type = useFigureChoice('flow', types);
  const things = all.filter(({ thing }) => thing.__typename === type);
  const named = (stage: (typeof steps)[number]['from']) => vocabulary.value('PlanStage', stage);
  const told = steps.filter(({ from }) => things.some((each) => each.from === from));
  const drawn = told.map(({ from, to }): FlowStep => {
    const counts = countsOf(things, from);
    const bands = flowOrder.flatMap((kind): readonly FlowBand[] => {
      const count = counts.get(kind) ?? 0;
      if (count === 0) return [];
      const label = words.flow.band(vocabulary.value('ChangeKind', kind), count);
      return [
        {
          kind,
          count,
          label,
          color: colors[kind],
          href: `${hrefOf({ pathname: link('/compare').pathname, search: String(changed(parameters, { type, kind, from })) })}#changes`,
          spoken: words.flow.spoken(named(from), named(to), vocabulary.type(type), label),
          before: kind !== 'ADDED',
          after: kind !== 'REMOVED',
        },
      ];
    });
    return { id: from, from: named(from), to: named(to), bands };
  });
  const shown = flowOrder.filter((kind) => things.some((each) => each.kind === kind));
  const step = told[0];
  const counts = step && countsOf(things, step.from);
  const number = (...kinds: readonly ChangeKind[]) => kinds.reduce((sum, kind) => sum + (counts?.get(kind) ?? 0), 0);
  return (
    <Figure
      id="plan-changes"
      title={
        step
          ? words.flow.finding(
              named(step.to),
              vocabulary.type(type),
              number('ADDED'),
              number('REMOVED'),
              number('REVISED', 'RENAMED', 'MOVED', 'REORDERED'),
            )
          : words.flow.about
      }
      about={words.flow.about}
      notes={[words.flow.note]}
      coverage={answer.changes.coverage}
      legend={shown.map((kind) => ({ label: vocabulary.value('ChangeKind', kind), color: colors[kind] }))}
      drawn={step ? { load, data: drawn, height: (width) => flowLayout(drawn.map(totalOf), width).height } : null}
      request={request}
      save={{ connection: 'changes' }}
      rows={things}
      keyOf={({ thing, from }) => `${from} ${thing.id}`}
      columns={[
        {
          id: 'thing',
          isName: true,
          title: vocabulary.type(type),
          value: ({ thing }) => nameOf(thing),
          cell: ({ thing }) => <ThingLink thing={thing} />,
        },
        { id: 'step', title: words.step, value: ({ from }) => stepIn(named, from) },
        {
          id: 'kind',
          title: vocabulary.type('Change'),
          value: ({ kind }) => vocabulary.value('ChangeKind', kind),
          cell: ({ kind }) => <ChangeMark kind={kind} />,
        },
        { id: 'count', title: words.flow.told, value: ({ changes }: Flowing) => changes.length, numeric: true },
      ]}
      sources={things.flatMap(({ changes }) => changes.flatMap(({ sources }) => sources))}
    >
      <FigureTabs name="flow" label={words.type} options={types.map((each) => [each, vocabulary.type(each)])} />
    </Figure>
  );
}

function stepIn(named: (stage: (typeof steps)[number]['from']) => string, from: string): string {
  const step = steps.find((each) => each.from === from);
  return step ? `${named(step.from)} → ${named(step.to)}` : from;
}
