import { useGraphiQL, useMonaco } from '@graphiql/react';
import { useEffect } from 'react';

/** GraphiQL's names of the themes of its editors. */
const themes = { light: 'graphiql-LIGHT', dark: 'graphiql-DARK' } as const;

/** As in tokens.css, which the editors cannot read. */
const colours = {
  light: {
    accent: '#1f5fa8',
    surface: '#ffffff',
    text: '#1b1f23',
    quiet: '#57606a',
    comment: '#1a6e1a',
    number: '#0b6e48',
  },
  dark: {
    accent: '#8fbcf0',
    surface: '#1c2024',
    text: '#e6e9ec',
    quiet: '#a3acb5',
    comment: '#8fbf7f',
    number: '#b5cea8',
  },
} as const;

/** Gives the editors the typeface and the accent of the other pages; shows nothing itself. */
export function EditorTheme() {
  const monaco = useMonaco((state) => state.monaco);
  const editors = useGraphiQL(({ queryEditor, variableEditor, headerEditor, responseEditor }) => ({
    queryEditor,
    variableEditor,
    headerEditor,
    responseEditor,
  }));
  useEffect(() => {
    for (const theme of ['light', 'dark'] as const) {
      const { accent, surface, text, quiet, comment, number } = colours[theme];
      monaco?.editor.defineTheme(themes[theme], {
        base: theme === 'dark' ? 'vs-dark' : 'vs',
        inherit: true,
        rules: [
          { token: 'comment', foreground: comment.slice(1) },
          { token: 'number', foreground: number.slice(1) },
        ],
        colors: {
          'editor.background': '#ffffff00',
          'scrollbar.shadow': '#ffffff00',
          'editorLineNumber.foreground': quiet,
          'editorLineNumber.dimmedForeground': quiet,
          'editorLineNumber.activeForeground': text,
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
    for (const editor of Object.values(editors)) {
      editor?.updateOptions({
        fontFamily,
        fontSize: 13,
        wordWrap: 'on',
        // Japanese has many characters that look like others; they are no trap.
        unicodeHighlight: { ambiguousCharacters: false },
      });
    }
  }, [editors]);
  return null;
}
