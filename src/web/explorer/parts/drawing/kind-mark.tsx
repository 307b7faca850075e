import './kind-mark.css';
import { type Kind, kindOf, shapeOf } from './kinds.js';

const side = 16;

/** Points on a circle, the first at an angle in turns. */
const regular = (corners: number, turn: number) =>
  Array.from({ length: corners }, (_, index) => {
    const angle = 2 * Math.PI * (index / corners + turn);
    return `${(side / 2 + 6.5 * Math.cos(angle)).toFixed(1)},${(side / 2 + 6.5 * Math.sin(angle)).toFixed(1)}`;
  }).join(' ');

/** The shapes of drawings as polygons. */
const polygons: Readonly<Record<string, string>> = {
  octagon: regular(8, 1 / 16),
  hexagon: regular(6, 0),
  pentagon: regular(5, 3 / 4),
  triangle: regular(3, 3 / 4),
  diamond: regular(4, 0),
  rectangle: '2,2 14,2 14,14 2,14',
  'cut-rectangle': '5,2 11,2 14,5 14,11 11,14 5,14 2,11 2,5',
  barrel: '4,2 12,2 14,5 14,11 12,14 4,14 2,11 2,5',
};

/** How a type looks in drawings, beside its name. */
export function TypeMark({ type }: { readonly type: string }) {
  const shape = shapeOf(type);
  const isRound = shape.startsWith('round-');
  const points = polygons[shape.replace('round-', '')];
  return (
    <svg className={`kind-mark kind-${kindOf(type)}`} viewBox={`0 0 ${side} ${side}`} aria-hidden="true">
      {points ? (
        <polygon points={points} strokeLinejoin={isRound ? 'round' : 'miter'} />
      ) : (
        <circle cx={side / 2} cy={side / 2} r={6} />
      )}
    </svg>
  );
}

/** The colour of a kind, beside the name of a group. */
export const KindMark = ({ kind }: { readonly kind: Kind }) => (
  <svg className={`kind-mark kind-${kind}`} viewBox={`0 0 ${side} ${side}`} aria-hidden="true">
    <circle cx={side / 2} cy={side / 2} r={6} />
  </svg>
);
