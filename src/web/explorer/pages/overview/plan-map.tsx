import { useAnswer } from '../../client/use-answer.js';
import { PlanMapDocument, type PlanMapQuery, type PlanMapQueryVariables } from '../../graphql/graphql.js';
import { ListLink } from '../../parts/list-link.js';
import { Section } from '../../parts/section.js';
import { ThingLink } from '../../parts/thing-link.js';
import './plan-map.css';
import { useOverviewWords } from './words.js';

type Item = PlanMapQuery['policyItems']['nodes'][number];

/** The plan to walk through: fields, their policy items, and the measures of these when one is opened. */
export function PlanMap({ variables }: { readonly variables: PlanMapQueryVariables }) {
  const words = useOverviewWords();
  const { answer, request } = useAnswer(PlanMapDocument, variables);
  const fields = answer.policyFields.nodes;
  const items = answer.policyItems.nodes;
  const itemsOf = Map.groupBy(items, ({ field }) => field.id);
  return (
    <Section
      title={words.planMap}
      request={request}
      save={{ connection: 'policyItems', ids: items.map(({ id }) => id) }}
    >
      <p className="quiet-text">
        {words.planMapHint} {items.some(isNameOnly) && words.nameOnlyHint}
      </p>
      <ul className="plan-map plain stack">
        {fields.map((field) => (
          <li key={field.id} className="plan-field quiet-links">
            <h3>
              <ThingLink thing={{ ...field, code: String(field.number) }} />
            </h3>
            <p className="quiet-text">
              <ListLink list="policyItems" filters={{ field: String(field.number) }}>
                {words.items(itemsOf.get(field.id)?.length ?? 0)}
              </ListLink>{' '}
              {field.measures.totalCount > 0 && (
                <ListLink list="measures" filters={{ field: String(field.number) }}>
                  {words.measures(field.measures.totalCount)}
                </ListLink>
              )}
            </p>
            <ul className="plain">
              {itemsOf.get(field.id)?.map((item) => (
                <PlanItem key={item.id} item={item} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Its chapter was not read: no measure of it has a code. */
const isNameOnly = ({ measures }: Item): boolean => measures.nodes.every(({ nameOnly }) => nameOnly);

function PlanItem({ item }: { readonly item: Item }) {
  const words = useOverviewWords();
  const { measures, sdgs } = item;
  const named = isNameOnly(item);
  const line = (
    <>
      <ThingLink thing={item} />
      {sdgs.nodes.length > 0 && (
        <span className="plan-item-sdgs" aria-hidden="true">
          {sdgs.nodes.map(({ id, color }) => (
            <span key={id} style={{ background: color }} />
          ))}
        </span>
      )}
    </>
  );
  if (measures.nodes.length === 0)
    return (
      <li className="plan-item">
        {line} <span className="quiet-text">{words.nameOnlyItem}</span>
      </li>
    );
  return (
    <li className="plan-item">
      {line}
      <details>
        <summary className="quiet-text">
          {named
            ? `${words.nameOnlyItem} · ${words.nameOnlyMeasures(measures.totalCount)}`
            : words.measures(measures.totalCount)}
        </summary>
        <ul className="plain small">
          {measures.nodes.map((measure) => (
            <li key={measure.id}>
              <ThingLink thing={measure} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
