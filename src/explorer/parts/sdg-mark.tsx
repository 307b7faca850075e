import { Link } from 'react-router';
import { useNameOf } from '../language/language.js';
import { useView } from '../site/view.js';
import './sdg-mark.css';
import { thingAddress } from './thing-link.js';

export interface SdgShown {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly nameEn: string | null;
  /** The official colour, as `#rrggbb`. */
  readonly color: string;
}

/** Goals as a row of small marks in their official colours; each has its number and leads to its page. */
export function SdgMarks({ sdgs }: { readonly sdgs: readonly SdgShown[] }) {
  const nameOf = useNameOf();
  const { parameters } = useView();
  if (sdgs.length === 0) return null;
  return (
    <ul className="sdg-marks">
      {sdgs.map((sdg) => (
        <li key={sdg.id}>
          <Link
            className="sdg-mark"
            to={{ pathname: thingAddress(sdg.id), search: String(new URLSearchParams(parameters)) }}
            style={{ borderColor: sdg.color }}
            title={`SDG ${sdg.number} ${nameOf(sdg)}`}
            aria-label={`SDG ${sdg.number} ${nameOf(sdg)}`}
          >
            {sdg.number}
          </Link>
        </li>
      ))}
    </ul>
  );
}
