import { bilingual } from '../../language/language.js';

export const useDocsWords = bilingual({
  lead: [
    'APIを使う人、サービスを動かす人、コードを変える人のための文書です。本文は英語です。',
    'For whoever uses the API, runs the service or changes the code.',
  ],
  english: ['本文は英語です', 'This document is in English'],
  schema: ['すべての型とフィールド（日本語と英語の説明つき）', 'All types and fields, described in both languages'],
});
