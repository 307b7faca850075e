import { useAnswer } from '../../client/use-answer.js';
import { PathExamplesDocument } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { Examples } from '../../parts/examples.js';
import { useView } from '../../site/view.js';
import { usePathWords } from './words.js';

/** Pairs of things that are worth a look, made from what is loaded. */
export function PathExamples() {
  const words = usePathWords();
  const { nameOf, pick } = useLabels();
  const { municipality, stage, link } = useView();
  const { answer } = useAnswer(PathExamplesDocument, { municipality: municipality.id, stage });
  const { collaborations, policyItems, gaps, reformSheets, linkagePlans } = answer;
  const department = collaborations.departments.toSorted((a, b) => b.degree - a.degree)[0]?.department;
  const goal = policyItems.facets
    .flatMap(({ value, label, labelEn, count }) =>
      value === null ? [] : { id: value, name: pick(label ?? value, labelEn ?? label ?? value), count },
    )
    .toSorted((a, b) => b.count - a.count)[0];
  const apart = gaps.nodes[0];
  const [sheet, plan] = [reformSheets.nodes[0], linkagePlans.nodes[0]];
  const pairs = [
    { about: words.examples.toGoal, from: department, to: goal },
    { about: words.examples.apart, from: apart?.subject, to: apart?.other },
    { about: words.examples.toPlan, from: sheet, to: plan },
  ];
  return (
    <Examples
      title={words.examples.title}
      examples={pairs.flatMap(({ about, from, to }) =>
        from && to
          ? { about, things: `${nameOf(from)} → ${nameOf(to)}`, to: link('/paths', { from: from.id, to: to.id }) }
          : [],
      )}
    />
  );
}
