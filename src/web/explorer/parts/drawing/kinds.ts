/** Kinds of types, which share a colour: `--kind-plan` of the design. */
export const kinds = ['plan', 'people', 'reform', 'linkage', 'figure', 'more', 'other'] as const;
export type Kind = (typeof kinds)[number];

const looks: Readonly<Record<string, readonly [kind: Kind, shape: string]>> = {
  PolicyField: ['plan', 'round-octagon'],
  PolicyItem: ['plan', 'round-rectangle'],
  Measure: ['plan', 'ellipse'],
  Department: ['people', 'round-diamond'],
  SupportingScope: ['people', 'round-hexagon'],
  Sdg: ['other', 'round-rectangle'],
  Indicator: ['figure', 'round-triangle'],
  ReformSheet: ['reform', 'rectangle'],
  ReformField: ['reform', 'octagon'],
  ReformPerspective: ['reform', 'round-pentagon'],
  LinkagePlan: ['linkage', 'hexagon'],
  Initiative: ['linkage', 'pentagon'],
  RelatedPlan: ['more', 'cut-rectangle'],
  Project: ['more', 'barrel'],
};

/** The shape of a type. */
export const shapeOf = (type: string): string => looks[type]?.[1] ?? 'ellipse';

/** The kind of a type, which gives it its colour; a type that nobody gave one is another. */
export const kindOf = (type: string): Kind => looks[type]?.[0] ?? 'other';

/** The kind whose colour a group has: there are as many as differ well, then they come again. */
export const kindOfGroup = (group: number): Kind => kinds[group % (kinds.length - 1)] ?? 'other';
