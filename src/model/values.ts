import type { ComputedDeclaration, Reading, ValueDeclaration } from './declaration.js';
import { Comparator } from './enums.js';
import { eraLabel, parseYear } from './fiscal-year.js';
import { choice, computed, decimal, describe, integer, text } from './language.js';

/** Years as people write them. */
export const eras: Reading = {
  name: 'Era',
  description: describe(
    'Years as people write them: R6, 令和6年度, 2024年度, 2024.',
    '年度（R6、令和6年度、2024年度など）',
  ),
  read: parseYear,
  expected: describe('a year such as R6, 令和6年度 or 2024', '年度（R6、令和6年度、2024など）'),
};

/** A year as the Japanese era counts it; conditions on it take years of any era, and Western ones. */
export const eraOf = (property: string, en: string, ja: string): ComputedDeclaration => ({
  ...computed(property, (year) => (typeof year === 'number' ? eraLabel(year) : null), en, ja),
  reading: eras,
});

/** Years of a list as the Japanese era counts them; a condition on one takes the same texts. */
export const erasOf = (property: string, en: string, ja: string): ComputedDeclaration => ({
  kind: 'computed',
  type: 'String',
  list: true,
  required: true,
  from: [property],
  compute: ([years]) => ((years ?? []) as readonly number[]).map((year) => eraLabel(year) ?? String(year)),
  reading: eras,
  description: describe(en, ja),
});

export const Quantity: ValueDeclaration = {
  kind: 'value',
  name: 'Quantity',
  description: describe('A quantity as printed, and as a number where there is one.', '数値'),
  properties: {
    text: text('As printed.', '表記', { nullable: true }),
    value: decimal('The number; null where the text holds none or several.', '数値', { nullable: true }),
    unit: text('The unit as printed: 件, %, 団体.', '単位', { nullable: true }),
    comparator: choice(Comparator, 'How it binds; null means exactly.', '条件', { nullable: true }),
    year: integer('The fiscal year it belongs to, where the document says so.', '年度', { nullable: true }),
  },
  computed: { era: eraOf('year', 'Its year in the Japanese era, such as R6.', '年度（和暦）') },
};

export const FiscalPeriod: ValueDeclaration = {
  kind: 'value',
  name: 'FiscalPeriod',
  description: describe('A period of fiscal years, April to March.', '計画期間'),
  properties: {
    text: text('As printed.', '表記', { nullable: true }),
    startFiscalYear: integer('First fiscal year.', '開始年度', { nullable: true }),
    endFiscalYear: integer('Last fiscal year; null while open.', '終了年度', { nullable: true }),
    revisedFiscalYear: integer('Fiscal year of a revision that the text mentions.', '改定年度', { nullable: true }),
  },
  computed: {
    startEra: eraOf('startFiscalYear', 'First year in the Japanese era, such as R5.', '開始年度（和暦）'),
    endEra: eraOf('endFiscalYear', 'Last year in the Japanese era, such as R9.', '終了年度（和暦）'),
    revisedEra: eraOf('revisedFiscalYear', 'Year of the revision in the Japanese era.', '改定年度（和暦）'),
  },
};

export const LevelName: ValueDeclaration = {
  kind: 'value',
  name: 'LevelName',
  description: describe('What a city calls one level of its plan.', '階層の名称'),
  properties: {
    name: text('Its Japanese name, such as 施策.', '名称', { nullable: true }),
    nameEn: text('Its English name; null where the city has none.', '英語名', { nullable: true }),
  },
};
