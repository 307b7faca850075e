import { error, note } from './finding.js';

/** What is remarked about the files of a folder, before any of them is parsed. */
export const remarks = {
  noDocuments: error(
    'folder-holds-documents',
    'There are no documents to read; name a folder with the text exports of the documents.',
    '読み込む文書がありません。テキスト形式の文書を置いたフォルダを指定してください。',
  ),
  passedOver: (what: string, whatJa: string) =>
    note('file-is-a-document', `Passed over: ${what}.`, `${whatJa}のため読み込んでいません。`),
  unreadable: error(
    'document-is-readable',
    'The file cannot be read; check that it exists and that you may read it.',
    'ファイルを読み込めません。ファイルの有無と読み取り権限を確認してください。',
  ),
  tooLarge: error(
    'document-is-small-enough',
    'The file is too large for a text export of a planning document; export its text only.',
    'ファイルが大きすぎます。文書のテキストのみを書き出してください。',
  ),
  unrecognised: error(
    'document-is-recognised',
    'The text is none of the known documents, or was cut off before its headings; remove it from the folder or export it again.',
    '対応する文書ではないか、見出しの前で途切れています。フォルダから取り除くか、出力し直してください。',
  ),
  empty: error(
    'document-is-not-empty',
    'The file holds no text; export the document again or remove the file.',
    'ファイルに文字がありません。出力し直すか、ファイルを取り除いてください。',
  ),
  cutOff: error(
    'document-is-complete',
    'The file ends in the middle of a letter: it was cut off. Export or copy it again.',
    'ファイルが文字の途中で切れています。出力またはコピーをやり直してください。',
  ),
  otherEncoding: (command: string) =>
    error(
      'document-is-utf-8',
      `The text is not UTF-8; save it as UTF-8, or run: ${command}`,
      `文字コードがUTF-8ではありません。UTF-8で保存し直すか、次を実行してください: ${command}`,
    ),
  damaged: error(
    'document-is-text',
    'Letters of this text are lost: it holds bytes that are no UTF-8, or U+FFFD. Export the original again.',
    '文字が失われています（UTF-8でないバイト、またはU+FFFD）。元の文書から出力し直してください。',
  ),
  binary: error(
    'document-is-text',
    'The file is not text; export the document as plain text (UTF-8) first.',
    'テキストファイルではありません。文書をテキスト（UTF-8）で書き出してください。',
  ),
  duplicate: (id: string) =>
    error(
      'document-is-unique',
      `Two files are the document ${id}; remove the one that is not meant.`,
      `同じ文書（${id}）が二つあります。不要なファイルを取り除いてください。`,
    ),
};
