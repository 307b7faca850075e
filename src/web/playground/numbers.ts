import { useMemo } from 'react';
import { useLabels } from '../explorer/language/language.js';

/** Numbers as the language of the page writes them. */
export function useNumbers() {
  const { language } = useLabels();
  return useMemo(() => {
    const whole = new Intl.NumberFormat(language);
    const precise = new Intl.NumberFormat(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
    return {
      whole: (value: number) => whole.format(value),
      milliseconds: (value: number) => `${precise.format(value)} ms`,
    };
  }, [language]);
}
