import { expect, test } from '@jest/globals';
import { translated } from '../../../src/web/playground/frame/graphiql-words.js';

test.each([
  ['Execute query (Ctrl-Enter)', 'クエリを実行 (Ctrl-Enter)', 'Execute query (Ctrl-Enter)'],
  ['Show Documentation Explorer', '「ドキュメント」を開く', 'Show Documentation Explorer'],
  ['Hide Examples / クエリ例', '「クエリ例」を閉じる', 'Hide Examples'],
  ['Show editor tools', '変数とヘッダーを開く', 'Show editor tools'],
  ['MyOperation', 'MyOperation', 'MyOperation'],
  ['constructor', 'constructor', 'constructor'],
])('%s is said in the language of the page', (text, ja, en) => {
  expect([translated(text, 'ja'), translated(text, 'en')]).toEqual([ja, en]);
});
