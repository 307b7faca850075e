/** Figures with 千, 万 and 億 between them: 1万2千人, 3億2,000万円. */

const multipliers = { 億: 1e8, 万: 1e4, 千: 1e3 } as const;
type Multiplier = keyof typeof multipliers;

const figure = '(\\d[\\d,]*(?:\\.\\d+)?)';
const parts = new RegExp(`(?:${figure}億)?(?:${figure}万)?(?:${figure}千)?${figure}?`, 'g');

const numberIn = (digits: string): number => Number(digits.replaceAll(',', ''));

/** A text with such a figure of several parts as one: 12000人 of 1万2千人; null where it has none. */
export function inOneFigure(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/(?<=[\d億万千])\s+(?=\d)/g, '')
    // Thousands of ten thousands: 2千万 is 2000万.
    .replace(
      /(\d+)千(\d{1,3})?万/g,
      (_printed, thousands: string, rest = '0') => `${Number(thousands) * 1000 + Number(rest)}万`,
    );
  let found = false;
  const whole = plain.replace(parts, (printed: string, ...groups: readonly (string | undefined)[]) => {
    const values = groups.slice(0, 4);
    if (values.filter((value) => value !== undefined).length < 2) return printed;
    found = true;
    const [hundredMillions = '0', tenThousands = '0', thousands = '0', ones = '0'] = values;
    const [a, b, c] = [
      numberIn(hundredMillions) * multipliers.億,
      numberIn(tenThousands) * multipliers.万,
      numberIn(thousands) * multipliers.千,
    ];
    return String(Math.round((a + b + c + numberIn(ones)) * 1e6) / 1e6);
  });
  return found ? whole : null;
}

/** How many times a unit is another one that its column has: 10,000 of 万人 where that is 人; null where it is not. */
export function timesUnit(unit: string, column: string): number | null {
  const [, sign, rest] = /^([億万千])(.+)$/.exec(unit.normalize('NFKC')) ?? [];
  return sign !== undefined && rest === column.normalize('NFKC') ? multipliers[sign as Multiplier] : null;
}
