import { counted } from '../../language/counted.js';
import { bilingual } from '../../language/language.js';

/** The words of every figure. */
export const useFigureWords = bilingual({
  table: (rows: number) => [`図の数値を表で見る（${rows} 件）`, `The figures as a table (${counted(rows, 'row')})`],
  nothing: [
    '図にできる数値がありません。読み込まれた文書に記載がないか、該当する文書が読み込まれていません。',
    'There are no figures to draw: the documents that were loaded state none, or no such document was loaded.',
  ],
  source: (documents: readonly string[], date: string | null) => [
    `出典：${documents.join('、')}${date ? `（${date} 読込）` : ''}`,
    `Source: ${documents.join('; ')}${date ? ` (loaded ${date})` : ''}`,
  ],
  share: ['リンク・引用', 'Link and cite'],
  address: ['この図のアドレス', 'Address of this figure'],
  citation: ['引用', 'Citation'],
  embed: ['埋め込みコード', 'Code to embed'],
  copy: (what: string) => [`${what}をコピー`, `Copy: ${what}`],
  copied: ['コピーしました', 'Copied'],
  notCopied: ['コピーできませんでした。選んでコピーしてください。', 'Could not be copied: select and copy it.'],
  cite: (
    title: string,
    place: string,
    product: string,
    documents: readonly string[],
    date: string,
    address: string,
  ) => [
    `「${title}」${place} ${product}${documents.length > 0 ? `（${documents.join('、')} より作成）` : ''}、${address}（${date} 閲覧）`,
    `“${title}” ${place}, ${product}${documents.length > 0 ? `, based on ${documents.join('; ')}` : ''}. ${address} (accessed ${date})`,
  ],
});
