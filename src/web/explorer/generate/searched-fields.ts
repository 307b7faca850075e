import { codes } from '../pages/types/codes.js';
import type { FilterType, SearchedField } from '../pages/types/page-type.js';
import { type Field, type Fields, stepsOf } from './fields.js';

type KeyOf = (type: string) => string | null;

/** Where a text is looked for in a list: in its texts, names and codes, and in those of what its columns lead to. */
export function searchedFields(
  fields: Fields,
  type: string,
  columns: readonly string[],
  keyOf: KeyOf,
): readonly SearchedField[] {
  const found = columns
    .filter((path) => !path.endsWith('.totalCount'))
    .flatMap((path) => {
      const way = stepsOf(fields, type, path);
      const last = way.at(-1);
      if (!last) return [];
      if (last.kind === 'scalar') return ofLeaf(fields, way, keyOf);
      if (!isRelated(last) || !fields.has(last.type, 'name')) return [];
      const key = keyOf(last.type);
      return ['name', ...(key ? [key] : [])].flatMap((name) =>
        ofLeaf(fields, [...way, { ...fields.find(last.type, name), owner: last.type }], keyOf),
      );
    });
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()];
}

type Way = ReturnType<typeof stepsOf>;

const isRelated = ({ kind }: Field) => kind === 'one' || kind === 'list' || kind === 'connection';

const stepOf = ({ name, kind }: Field): FilterType['steps'][number] => ({
  field: name,
  kind: kind === 'list' || kind === 'connection' ? 'many' : kind === 'one' ? 'one' : 'scalar',
});

function ofLeaf(fields: Fields, way: Way, keyOf: KeyOf): readonly SearchedField[] {
  const last = way.at(-1);
  if (!last || last.isList || !fields.isFilterable(last.owner, last.name)) return [];
  const above = way.slice(0, -1).map(stepOf);
  const at = (field: string, by: SearchedField['by']) => ({
    steps: [...above, { field, kind: 'scalar' as const }],
    by,
  });
  const isKey = last.name === keyOf(last.owner);
  if (last.type === 'Int' && isKey)
    return [{ ...at(last.name, 'number'), prefix: codes[last.owner]?.prefix?.trim() ?? '' }];
  if (last.type !== 'String') return [];
  if (isKey && last.name !== 'name') return [at(last.name, 'code')];
  const english = `${last.name}En`;
  return [at(last.name, 'text'), ...(fields.has(last.owner, english) ? [at(english, 'text')] : [])];
}
