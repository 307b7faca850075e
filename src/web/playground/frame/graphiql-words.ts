import type { Language } from '../../explorer/language/language.js';

/** What GraphiQL says in English, and how it is said in Japanese; keys in brackets behind it stay as they are. */
const japanese: Readonly<Record<string, string>> = {
  'Documentation Explorer': 'ドキュメント',
  History: '履歴',
  Variables: '変数',
  Headers: 'ヘッダー',
  'Editor Commands': '編集の操作',
  'Operation Editor': 'クエリの編集',
  'Result Window': '応答',
  'Select active operation': '開いているクエリ',
  'New tab': '新しいタブ',
  'Close Tab': 'タブを閉じる',
  'Show editor tools': '変数とヘッダーを開く',
  'Hide editor tools': '変数とヘッダーを閉じる',
  'Execute query': 'クエリを実行',
  'Stop query': 'クエリを中止',
  'Prettify query': 'クエリを整形',
  'Merge fragments into query': 'フラグメントをクエリに展開',
  'Copy query': 'クエリをコピー',
  'Re-fetch GraphQL schema': 'スキーマを読み直す',
  'Open short keys dialog': 'ショートカットキーの一覧',
  'Open settings dialog': '設定',
  'Set active': '開く',
  'Edit label': '名前を付ける',
  'Add favorite': 'お気に入りに追加',
  'Remove favorite': 'お気に入りから外す',
  'Delete from history': '履歴から削除',
  Clear: 'すべて消す',
  Save: '保存',
  Docs: 'ドキュメント',
  'Root Types': 'ルート型',
  'All Schema Types': 'すべての型',
  Fields: 'フィールド',
  Arguments: '引数',
  Type: '型',
  'Enum Values': '列挙値',
  'Possible Types': '実装する型',
  Implementations: '実装する型',
  Implements: '実装するインターフェース',
  'Short Keys': 'ショートカットキー',
  'Short Key': 'キー',
  Function: '操作',
  Settings: '設定',
  'Persist headers': 'ヘッダーの保存',
  'Save headers upon reloading.': 'ページを読み直してもヘッダーを残します。',
  'Only enable if you trust this device.': '信頼できる端末でだけ有効にしてください。',
  On: 'する',
  Off: 'しない',
  'Clear storage': '保存内容の消去',
  'Remove all locally stored data and start fresh.': 'このブラウザーに保存した内容をすべて消します。',
  'Clear data': '消去',
  'Cleared data': '消去しました',
  Failed: '消去できませんでした',
};

/**
 * What GraphiQL says, in the language of the page. Titles of panes have both languages, `Examples / クエリ例`: GraphiQL remembers
 * the open pane by it.
 */
export function translated(text: string, language: Language): string {
  const [, action, title] = /^(Show|Hide) (.+)$/.exec(text) ?? [];
  if (action && title && !Object.hasOwn(japanese, text)) {
    const name = translated(title, language);
    return language === 'en' ? `${action} ${name}` : `「${name}」を${action === 'Show' ? '開く' : '閉じる'}`;
  }
  const [en = text, ja] = text.split(' / ');
  if (ja !== undefined) return language === 'ja' ? ja : en;
  if (language === 'en') return text;
  const [, words = text, keys = ''] = /^(.*?)( \([^)]*\))?$/.exec(text) ?? [];
  return Object.hasOwn(japanese, words) ? `${japanese[words]}${keys}` : text;
}
