import { useLabels } from '../language/language.js';
import { useWords } from '../language/words.js';
import { type Theme, usePreferences } from './preferences.js';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** Switches the theme and the language; the playground has it too. */
export function Appearance() {
  const words = useWords();
  const { language } = useLabels();
  const { theme, setTheme, setLanguage } = usePreferences();
  const other = language === 'ja' ? 'en' : 'ja';
  return (
    <div className="site-choices">
      <select aria-label={words.theme.label} value={theme} onChange={(event) => setTheme(event.target.value as Theme)}>
        {themes.map((each) => (
          <option key={each} value={each}>
            {words.theme[each]}
          </option>
        ))}
      </select>
      <button type="button" lang={other} onClick={() => setLanguage(other)}>
        {words.otherLanguage}
      </button>
    </div>
  );
}
