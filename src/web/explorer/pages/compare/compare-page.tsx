import { useAnswer } from '../../client/use-answer.js';
import { CompareItemsDocument, type CompareItemsQuery } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import { PageTitle } from '../../parts/page-title.js';
import { Waiting } from '../../parts/section.js';
import { useAddress } from '../../site/use-address.js';
import { useView } from '../../site/view.js';
import { ChangeCounts } from './change-counts.js';
import './compare.css';
import { FlowFigure } from './flow-figure.js';
import { ItemComparison } from './item-comparison.js';
import { ShownRows } from './shown-rows.js';
import { useCompareWords } from './words.js';

type Item = CompareItemsQuery['policyItems']['nodes'][number];

/** The three stages of the plan: what changed in numbers and as a list, and one policy item side by side. */
export function ComparePage() {
  const { pages } = useWords();
  const words = useCompareWords();
  const { nameOf } = useLabels();
  const { municipality } = useView();
  const { parameters, chosen, change } = useAddress();
  const { answer } = useAnswer(CompareItemsDocument, { municipality: municipality.id });
  const items = answer.policyItems.nodes;
  // Without a choice the first that has something to compare.
  const asked = parameters.get('item');
  const item =
    items.find(({ code, id }) => code === asked || id === asked) ??
    items.find(({ measures }) => measures.totalCount > 0) ??
    items[0];
  return (
    <div className="stack">
      <PageTitle title={item ? `${pages.compare}: ${item.code} ${nameOf(item)}` : pages.compare}>
        {pages.compare}
      </PageTitle>
      <p className="quiet-text">{words.intro}</p>
      <Waiting>
        <FlowFigure />
        <ChangeCounts />
      </Waiting>
      <h2 id="item">{words.sideBySide}</h2>
      <ItemChoice
        items={items}
        chosen={items.find(({ code, id }) => [code, id].includes(chosen.get('item') ?? ''))?.code ?? item?.code ?? ''}
        choose={(code) => change({ item: code })}
      />
      <ShownRows />
      {item && <ItemComparison key={item.id} id={item.id} />}
    </div>
  );
}

/** All policy items by their field. */
function ItemChoice({
  items,
  chosen,
  choose,
}: {
  readonly items: readonly Item[];
  /** The code of one of them. */
  readonly chosen: string;
  readonly choose: (code: string) => void;
}) {
  const words = useCompareWords();
  const { nameOf } = useLabels();
  const byField = Map.groupBy(items, ({ field }) => `${field.number} ${nameOf(field)}`);
  return (
    <label className="compare-choice row">
      {words.item}
      <select value={chosen} onChange={(event) => choose(event.target.value)}>
        {[...byField].map(([field, ofField]) => (
          <optgroup key={field} label={field}>
            {ofField.map((item) => (
              <option key={item.id} value={item.code}>
                {item.code} {nameOf(item)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
