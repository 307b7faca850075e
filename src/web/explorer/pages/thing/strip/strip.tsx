import type { ReactNode } from 'react';
import type { CoverageState, CoverageToldFragment } from '../../../graphql/graphql.js';
import { ThingLinks } from '../../../parts/thing-link.js';
import { columnOf } from '../../types/columns.js';
import { factOf } from '../../types/facts.js';
import type { PageType, ShownField } from '../../types/page-type.js';
import { manyAt, named, type Row, valueAt } from '../../types/rows.js';
import { Unread } from '../../types/unread.js';
import { type ThingLabels, useThingLabels } from '../words.js';
import './strip.css';
import { stripFacts } from './strip-facts.js';
import { ToSection } from './to-section.js';

/** How many names are shown before the rest is left to the section that has all of them. */
const most = 3;

/** The few facts for which one opens the page of a thing; those that it has not are left out. */
export function Strip({
  type,
  node,
  coverage,
  stages,
}: {
  readonly type: PageType;
  readonly node: Row;
  readonly coverage: Coverage;
  /** The stages that have it, in words; null for what no stage has or lacks. */
  readonly stages: string | null;
}) {
  const labels = useThingLabels();
  const facts = stripOf(type, node, coverage, labels)
    .concat(
      type.strip.length > 0 && stages ? { label: labels.vocabulary.field('Entity', 'stages'), value: stages } : [],
    )
    .filter(({ value }) => value !== null);
  if (facts.length === 0) return null;
  return (
    <dl className="strip box" aria-label={labels.words.inShort}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt className="quiet-text">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What the documents can tell of each field of a thing. */
type Coverage = ReadonlyMap<string, CoverageToldFragment>;

/** The facts of the strip of a thing. Where not all was read, that is said: of a part, and in place of none. */
export const stripOf = (type: PageType, node: Row, coverage: Coverage, labels: ThingLabels): readonly StripFact[] =>
  type.strip.map((field) => {
    const { label, value } = stripFact(type, field, node, labels);
    return { label, value: withState(value || null, stateOf(coverage, field.field)) };
  });

function withState(value: ReactNode, state: CoverageState): ReactNode {
  if (state === 'COMPLETE') return value;
  if (value === null) return <Unread state={state} />;
  return (
    <>
      {value} <Unread state={state} isSome />
    </>
  );
}

/** How much of a field the documents that were read tell: all, so that nothing there is none, a part, or nothing. */
export const stateOf = (coverage: Coverage, field: string): CoverageState => coverage.get(field)?.state ?? 'COMPLETE';

interface StripFact {
  readonly label: string;
  /** Null where the thing has nothing there. */
  readonly value: ReactNode;
}

function stripFact(type: PageType, field: ShownField, node: Row, labels: ThingLabels): StripFact {
  const special = stripFacts[`${field.owner}.${field.field}`];
  if (special) return special(node as never, labels);
  const isSection = type.relations.some((relation) => relation.field === field.field);
  if (field.kind === 'scalar' || field.kind === 'enum') {
    const [label, value] = factOf(field, node, labels);
    return { label, value: value || null };
  }
  const { title, value, cell } = columnOf(field, 'list', labels);
  if (field.kind === 'count') {
    const count = Number(valueAt(node, field.path) ?? 0);
    if (count === 0) return { label: title, value: null };
    const number = String(count);
    return {
      label: title,
      value: isSection ? <ToSection of={node} to={field.field} text={number} isNumber /> : <b>{number}</b>,
    };
  }
  const shown = value(node);
  if (shown === null || shown === '') return { label: title, value: null };
  if (field.kind !== 'many') return { label: title, value: cell ? cell(node) : shown };
  const all = manyAt(node, field.path);
  // What a cell draws small, such as the marks of goals, is shown whole.
  if (field.type === 'Sdg') return { label: title, value: cell?.(node) };
  const first = { ...node, [field.field]: all.slice(0, most) };
  const total = Number(valueAt(node, `${field.field}.totalCount`) ?? all.length);
  return {
    label: title,
    value: (
      <>
        {cell ? cell(first) : <ThingLinks things={named(field.type, all.slice(0, most))} />}
        {total > most && isSection && (
          <ToSection of={node} to={field.field} text={labels.words.andMore(total - most)} />
        )}
      </>
    ),
  };
}
