import { createContext, type ReactNode, useContext, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { type Language, LanguageContext } from '../language/language.js';

export type Theme = 'system' | 'light' | 'dark';

interface Preferences {
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
  readonly setLanguage: (language: Language) => void;
}

const PreferencesContext = createContext<Preferences | null>(null);

/** What this browser prefers: the theme, and how to switch it and the language. */
export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext);
  if (!preferences) throw new Error('usePreferences: expected a PreferencesProvider above');
  return preferences;
}

/** Keeps language and theme for the next visit; `?lang=en` or `?lang=ja` in an address goes before what was kept. */
export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(initialLanguage);
  const [theme, setTheme] = useState<Theme>(() => kept('theme', ['system', 'light', 'dark']) ?? 'system');

  useEffect(() => {
    document.documentElement.lang = language;
    keep('language', language);
  }, [language]);
  // Before effects of what is below: drawings read the colours of the page.
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
    keep('theme', theme);
  }, [theme]);

  const preferences = useMemo(() => ({ theme, setTheme, setLanguage }), [theme]);
  return (
    <PreferencesContext value={preferences}>
      <LanguageContext value={language}>{children}</LanguageContext>
    </PreferencesContext>
  );
}

const languages = ['ja', 'en'] as const;

function initialLanguage(): Language {
  const request = new URLSearchParams(location.search).get('lang');
  return languages.find((language) => language === request) ?? kept('language', languages) ?? 'ja';
}

/** A browser may keep nothing, as in a private window that forbids it; then each visit begins anew. */
function kept<Value extends string>(key: string, values: readonly Value[]): Value | undefined {
  try {
    const value = localStorage.getItem(`policy-graph.${key}`);
    return values.find((each) => each === value);
  } catch {
    return undefined;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(`policy-graph.${key}`, value);
  } catch {
    // Nothing is lost but the preference.
  }
}
