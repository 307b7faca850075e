import type { ReactNode } from 'react';
import type { GoalOfLinkFragment } from '../../../graphql/graphql.js';
import type { Named } from '../../../parts/thing-link.js';
import { ThingLink } from '../../../parts/thing-link.js';
import './cells.css';

/** The code of a thing, which no line ends within. */
export const Code = ({ children }: { readonly children: ReactNode }) => <span className="thing-code">{children}</span>;

/** Links to several things, one a line. */
export function ThingLinks({ things }: { readonly things: readonly Named[] }) {
  if (things.length <= 1) return things.map((thing) => <ThingLink key={thing.id} thing={thing} />);
  return (
    <ul className="thing-links">
      {things.map((thing) => (
        <li key={thing.id}>
          <ThingLink thing={thing} />
        </li>
      ))}
    </ul>
  );
}

/** A goal by number and name beside its official colour, which is too bright to write on. */
export function NamedGoal({ goal }: { readonly goal: GoalOfLinkFragment }) {
  return (
    <span className="named-goal">
      <span className="named-goal-color" style={{ background: goal.color }} aria-hidden="true" />
      <ThingLink thing={{ ...goal, code: String(goal.number) }} />
    </span>
  );
}
