/** How people name a thing by its number: "5-2-3", "SDG 17", "第5章", "シート1-9". */
import { fold } from '../../model/folded-text.js';

/** A code or number, and the types that can be meant; null means any. */
export interface Designation {
  readonly code: string;
  readonly types: readonly string[] | null;
}

/** Words that stand before (or, after 第, behind) a number, by the types of which they say it. */
const words: readonly (readonly [types: readonly string[], words: readonly string[]])[] = [
  [['Sdg'], ['SDG', 'SDGs', 'SDG Goal', 'SDGs Goal', 'Goal', 'ゴール', '目標', 'SDGs目標', 'SDGsゴール']],
  [['LinkagePlan'], ['政策連携プラン', '連携プラン', 'プラン', 'Linkage Plan', 'Plan']],
  [['Initiative'], ['推進のための取組', '取組', 'Initiative']],
  [['ReformSheet'], ['実施計画シート', 'シート', '実施計画', 'Reform Sheet', 'Implementation Sheet', 'Sheet']],
  [['ReformField'], ['改革分野', 'Reform Field']],
  [['PolicyField'], ['分野', '章', '政策分野', 'Field', 'Policy Field', 'Chapter']],
  [['PolicyItem'], ['施策大項目', '大項目', 'Policy Item', 'Item']],
  [['Measure'], ['施策中項目', '中項目', 'Measure']],
  [['PolicyItem', 'Measure'], ['施策']],
  [['Municipality'], ['市区町村コード', '団体コード', '全国地方公共団体コード', 'Municipality']],
];

const typesOf = new Map(words.flatMap(([types, names]) => names.map((name) => [fold(name), types] as const)));

/** What a folded text designates; null where it is more than a number with its word. */
export function designationOf(text: string): Designation | null {
  const parts = /^(?<before>\D*?) ?(?:NO|no|第|番号)? ?(?<code>\d+(?:-\d+){0,3})(?<behind>\D*)$/u.exec(text)?.groups;
  if (!parts) return null;
  const { before = '', code = '', behind = '' } = parts;
  const word = `${before}${behind}`.trim();
  if (before !== '' && behind !== '') return null;
  if (word === '') return { code, types: null };
  const types = typesOf.get(word);
  return types ? { code, types } : null;
}
