import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { SdgCellFragment } from '../graphql/graphql.js';
import { useLabels } from '../language/language.js';
import { useView } from '../site/view.js';
import './sdg-mark.css';
import { ThingLink, thingAddress } from './thing-link.js';

/** A goal as a small mark in its official colour, with its number; leads to its page. */
export function SdgMark({ sdg }: { readonly sdg: SdgCellFragment }) {
  const name = `SDG ${sdg.number} ${useLabels().nameOf(sdg)}`;
  const { link } = useView();
  return (
    <Link
      className="sdg-mark"
      to={link(thingAddress(sdg.id))}
      style={{ borderColor: sdg.color }}
      title={name}
      aria-label={name}
    >
      {sdg.number}
    </Link>
  );
}

/** Goals as a row of marks. */
export function SdgMarks({ sdgs }: { readonly sdgs: readonly SdgCellFragment[] }) {
  if (sdgs.length === 0) return null;
  return (
    <ul className="sdg-marks plain row">
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
  <span className="sdg-name">
    <span style={{ background: color }} aria-hidden="true" />
    {children}
  </span>
);

/** A goal by number and name. */
export const NamedGoal = ({ goal }: { readonly goal: SdgCellFragment }) => (
  <WithColor color={goal.color}>
    <ThingLink thing={{ ...goal, code: String(goal.number) }} />
  </WithColor>
);
