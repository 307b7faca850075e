/** What the pictures of pages show beside their titles, as SVG within 480 × 460: signs of what is there, no data. */
import type { Page } from '../src/labels/pages.js';

const dark = '#1f5fa8';
const light = '#6fa9d8';
const pale = '#c9deef';
const warm = '#e39a4f';
const line = '#9db8dc';

const rect = (x: number, y: number, width: number, height: number, fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="${fill}" ${more}/>`;
const dot = (x: number, y: number, r: number, fill: string) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
const stroke = (d: string, color = line, width = 5) =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const outlined = (color: string) => `stroke="${color}" stroke-width="5"`;
const each = <Item>(items: readonly Item[], draw: (item: Item, index: number) => string) => items.map(draw).join('');
const dots = (points: readonly (readonly [x: number, y: number])[], r: number, fill: string) =>
  each(points, ([x, y]) => dot(x, y, r, fill));

/** A grid of cells, as dark as their numbers from 0 to 3. */
const grid = (rows: readonly (readonly number[])[]) =>
  each(rows, (cells, y) =>
    each(cells, (shade, x) => rect(20 + x * 76, 40 + y * 76, 66, 66, ['#edf2f8', pale, light, dark][shade] ?? dark)),
  );

export const motifs: Readonly<Partial<Record<Page, string>>> = {
  progress: each([0.9, 0.65, 0.45, 0.8, 0.3], (part, index) => {
    const y = 50 + index * 78;
    return rect(0, y, 460, 38, pale) + rect(0, y, 460 * part, 38, part < 0.5 ? warm : dark);
  }),
  survey:
    stroke('M240 30V430M20 230H460') +
    dots(
      [
        [90, 90],
        [150, 170],
        [310, 80],
        [390, 150],
        [120, 320],
        [190, 380],
      ],
      18,
      light,
    ) +
    dots(
      [
        [330, 310],
        [410, 370],
        [290, 390],
      ],
      22,
      warm,
    ),
  // The official colours of the goals (United Nations).
  sdgs: each(
    '#e5243b #dda63a #4c9f38 #c5192d #ff3a21 #26bde2 #fcc30b #a21942 #fd6925 #dd1367 #fd9d24 #bf8b2e #3f7e44 #0a97d9 #56c02b #00689d #19486a'.split(
      ' ',
    ),
    (color, index) => rect(10 + (index % 5) * 94, 45 + Math.floor(index / 5) * 94, 82, 82, color),
  ),
  collaboration: grid([
    [3, 1, 0, 2, 0, 1],
    [1, 3, 2, 0, 0, 0],
    [0, 2, 3, 1, 0, 2],
    [2, 0, 1, 3, 1, 0],
    [0, 0, 0, 1, 3, 2],
  ]),
  pivot: grid([
    [1, 0, 3, 2, 0, 1],
    [0, 2, 1, 0, 1, 0],
    [2, 3, 0, 1, 0, 0],
    [0, 1, 1, 3, 2, 1],
    [1, 0, 0, 0, 1, 2],
  ]),
  // Three towns beside each other, each with its numbers below.
  cities: each([0.9, 0.55, 0.75], (part, index) => {
    const x = 10 + index * 155;
    return (
      rect(x, 60, 60, 190, [dark, light, dark][index] ?? dark) +
      rect(x + 70, 130, 60, 120, [light, dark, light][index] ?? light) +
      stroke(`M${x} 270H${x + 130}`) +
      each([1, 0.6, 0.35], (share, row) => rect(x, 300 + row * 46, 130 * part * share, 28, row === 2 ? warm : pale))
    );
  }),
  figures:
    stroke('M30 30V420H460') +
    stroke('M70 350L170 260L270 290L430 110', dark, 8) +
    dots(
      [
        [70, 350],
        [170, 260],
        [270, 290],
        [430, 110],
      ],
      15,
      dark,
    ),
  lists: each(
    [0, 1, 2, 3, 4, 5],
    (index) =>
      rect(0, 40 + index * 68, 60, 40, index === 0 ? dark : light) +
      rect(80, 40 + index * 68, 250 - (index % 3) * 50, 40, index === 0 ? dark : pale) +
      rect(350, 40 + index * 68, 110, 40, index === 0 ? dark : pale),
  ),
  things:
    rect(0, 40, 460, 130, '#fff', outlined(line)) +
    rect(0, 40, 460, 12, dark) +
    each([0, 1, 2], (index) => rect(30 + index * 145, 80, 80, 18, pale) + rect(30 + index * 145, 112, 110, 28, light)) +
    each([0, 1, 2, 3], (index) => rect(0, 210 + index * 56, 90, 28, pale)) +
    each([0, 1, 2, 3], (index) => rect(120, 210 + index * 56, 340 - (index % 2) * 70, 28, index ? pale : light)),
  graph:
    stroke('M60 330L180 120L330 200L430 70M330 200L250 380L60 330M330 200L430 330') +
    dot(180, 120, 44, dark) +
    rect(282, 152, 96, 96, light) +
    dot(60, 330, 34, warm) +
    dot(430, 70, 28, light) +
    dot(250, 380, 36, dark) +
    dot(430, 330, 28, warm),
  paths:
    stroke('M50 400L170 260L300 220L430 60', dark, 8) +
    each(
      [
        [50, 400],
        [170, 260],
        [300, 220],
        [430, 60],
      ],
      ([x = 0, y = 0], index) => dot(x, y, 32, index % 3 ? light : dark),
    ),
  compare: each([0, 1, 2, 3, 4], (index) => {
    const y = 50 + index * 78;
    const isNew = index === 3;
    return (
      (isNew ? '' : rect(0, y, 180, 48, pale)) +
      stroke(isNew ? '' : `M195 ${y + 24}H265`) +
      rect(280, y, 180, 48, isNew ? dark : index === 1 ? warm : pale)
    );
  }),
  beside:
    rect(0, 40, 215, 380, '#fff', outlined(line)) +
    rect(245, 40, 215, 380, '#fff', outlined(line)) +
    each([0, 1, 2, 3, 4], (index) => {
      const y = 76 + index * 66;
      const isShared = index === 1 || index === 2;
      return rect(30, y, 155, 34, isShared ? dark : pale) + rect(275, y, 155, 34, isShared ? dark : pale);
    }),
  gaps:
    rect(10, 60, 150, 150, light) +
    rect(300, 60, 150, 150, '#fff', `stroke="${warm}" stroke-width="6" stroke-dasharray="18 14"`) +
    rect(155, 270, 150, 150, light) +
    stroke('M120 210L190 270') +
    `<path d="M340 210L270 270" fill="none" stroke="${warm}" stroke-width="6" stroke-dasharray="18 14"/>`,
  glossary: each(
    ['A', 'B', 'C'],
    (letter, index) =>
      rect(10 + index * 155, 130, 135, 180, [light, pale, warm][index] ?? pale) +
      `<text x="${77 + index * 155}" y="255" text-anchor="middle" font-size="100" font-weight="700" fill="#12181d">${letter}</text>`,
  ),
};
