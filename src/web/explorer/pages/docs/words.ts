import { bilingual } from '../../language/language.js';

export const useDocsWords = bilingual({
  english: ['本文は英語です', 'This document is in English'],
  schema: ['すべての型とフィールド（日本語と英語の説明つき）', 'All types and fields, described in both languages'],
});
