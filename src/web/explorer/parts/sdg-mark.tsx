import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useNameOf } from '../language/language.js';
import { useView } from '../site/view.js';
import './sdg-mark.css';
import { ThingLink, thingAddress } from './thing-link.js';

export interface SdgShown {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly nameEn: string | null;
  /** The official colour, as `#rrggbb`. */
  readonly color: string;
}

/** A goal as a small mark in its official colour, with its number; leads to its page. */
export function SdgMark({ sdg }: { readonly sdg: SdgShown }) {
  const name = `SDG ${sdg.number} ${useNameOf()(sdg)}`;
  const { parameters } = useView();
  return (
    <Link
      className="sdg-mark"
      to={{ pathname: thingAddress(sdg.id), search: String(new URLSearchParams(parameters)) }}
      style={{ borderColor: sdg.color }}
      title={name}
      aria-label={name}
    >
      {sdg.number}
    </Link>
  );
}

/** Goals as a row of marks. */
export function SdgMarks({ sdgs }: { readonly sdgs: readonly SdgShown[] }) {
  if (sdgs.length === 0) return null;
  return (
    <ul className="sdg-marks">
      {sdgs.map((sdg) => (
        <li key={sdg.id}>
          <SdgMark sdg={sdg} />
        </li>
      ))}
    </ul>
  );
}

/** Something beside the official colour of its goal, which is too bright to write on. */
export const WithColor = ({ color, children }: { readonly color: string; readonly children: ReactNode }) => (
  <span className="named-goal">
    <span className="named-goal-color" style={{ background: color }} aria-hidden="true" />
    {children}
  </span>
);

/** A goal by number and name. */
export const NamedGoal = ({ goal }: { readonly goal: SdgShown }) => (
  <WithColor color={goal.color}>
    <ThingLink thing={{ ...goal, code: String(goal.number) }} />
  </WithColor>
);
