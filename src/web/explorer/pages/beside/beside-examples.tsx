import { useAnswer } from '../../client/use-answer.js';
import { BesideExamplesDocument } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { Examples } from '../../parts/examples.js';
import { changed } from '../../site/use-address.js';
import { useView } from '../../site/view.js';
import { mostBeside } from './shared.js';
import { useBesideWords } from './words.js';

/** How many departments an example compares. */
const few = 3;

/** Things that are worth to be compared, made from what is loaded. */
export function BesideExamples() {
  const words = useBesideWords();
  const { nameOf } = useLabels();
  const { municipality, stage, link } = useView();
  const { answer } = useAnswer(BesideExamplesDocument, { municipality: municipality.id, stage });
  const { pathname, search } = link('/beside');
  const { collaborations, surveyResults, linkagePlans } = answer;
  const groups = [
    {
      about: words.examples.departments,
      things: collaborations.departments
        .toSorted((a, b) => b.degree - a.degree)
        .slice(0, few)
        .map(({ department }) => department),
    },
    {
      about: words.examples.survey,
      things: surveyResults.nodes.flatMap(({ policyItem }) => policyItem ?? []).slice(0, mostBeside),
    },
    { about: words.examples.plans, things: linkagePlans.nodes },
  ];
  return (
    <Examples
      title={words.examples.title}
      examples={groups
        .filter(({ things }) => things.length > 1)
        .map(({ about, things }) => ({
          about,
          things: things.map(nameOf).join(words.and),
          to: { pathname, search: String(changed(new URLSearchParams(search), { ids: things.map(({ id }) => id) })) },
        }))}
    />
  );
}
