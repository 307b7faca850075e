import { useGraphiQL, useMonaco } from '@graphiql/react';
import { useEffect } from 'react';

/** GraphiQL's names of the themes of its editors. */
const themes = { light: 'graphiql-LIGHT', dark: 'graphiql-DARK' } as const;

const coloursOf = {
  light: { accent: '#1f5fa8', surface: '#ffffff' },
  dark: { accent: '#8fbcf0', surface: '#1c2024' },
} as const;

/** Gives the editors the typeface and the accent of the other pages; shows nothing itself. */
export function EditorLook() {
  const monaco = useMonaco((state) => state.monaco);
  const editors = useGraphiQL(({ queryEditor, variableEditor, headerEditor, responseEditor }) => ({
    queryEditor,
    variableEditor,
    headerEditor,
    responseEditor,
  }));
  useEffect(() => {
    for (const theme of ['light', 'dark'] as const) {
      const { accent, surface } = coloursOf[theme];
      monaco?.editor.defineTheme(themes[theme], {
        base: theme === 'dark' ? 'vs-dark' : 'vs',
        inherit: true,
        rules: [],
        colors: {
          'editor.background': '#ffffff00',
          'scrollbar.shadow': '#ffffff00',
          focusBorder: accent,
          'textLink.foreground': accent,
          'editorHoverWidget.background': surface,
          'editorSuggestWidget.background': surface,
          'editorSuggestWidget.selectedBackground': `${accent}26`,
          'editorSuggestWidget.selectedForeground': accent,
          'editorSuggestWidget.highlightForeground': accent,
          'list.hoverBackground': `${accent}1a`,
          'list.highlightForeground': accent,
          'list.focusHighlightForeground': accent,
          'editorWidget.background': surface,
          'menu.background': surface,
          'quickInput.background': surface,
        },
      });
    }
  }, [monaco]);
  useEffect(() => {
    const fontFamily = getComputedStyle(document.documentElement).getPropertyValue('--font-code');
    for (const editor of Object.values(editors)) editor?.updateOptions({ fontFamily, fontSize: 13 });
  }, [editors]);
  return null;
}
