import { langOf } from '../../language/lang-of.js';
import { useLanguage } from '../../language/language.js';
import type { Fact } from '../types/facts.js';

/** Facts as a list of terms; those without a value are left out. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  const language = useLanguage();
  return (
    <dl className="fact-list stack">
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== false && value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt className="quiet-text">{label}</dt>
            <dd lang={langOf(value, language)}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
