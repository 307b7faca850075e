import type { Cell, Dataset, EdgeRow, NodeRow } from '../../src/ingest/dataset/dataset.js';
import type { NodeName } from '../../src/model/declaration.js';
import { nodes } from '../../src/model/model.js';

/** A synthetic city: the shape of the committed dataset under another key, another code and other names. */
export interface City {
  /** Prefix of all its ids: "city1". */
  readonly key: string;
  /** Six digits as real codes have, in a range that no real city has. */
  readonly code: string;
  /** Stands before every name. Cities share names, as real ones do: every tenth has the same. */
  readonly namePrefix: string;
}

const namePrefixes = ['', '東', '西', '南', '北', '中', '上', '下', '新', '本'];
const namePrefixesEn = ['', 'East ', 'West ', 'South ', 'North ', 'Middle ', 'Upper ', 'Lower ', 'New ', 'Main '];

/** The city of that number, from 1. */
export const cityOf = (number: number): City => ({
  key: `city${number}`,
  code: String(900_000 + number),
  namePrefix: namePrefixes[number % namePrefixes.length] ?? '',
});

const globalTypes = new Set<NodeName>(nodes.filter((node) => node.global).map(({ name }) => name));
const entityTypes = new Set<NodeName>(nodes.filter((node) => node.entity).map(({ name }) => name));

/** The key that stands before the ids of a dataset. */
export function keyOf(template: Dataset): string {
  const key = template.nodes.get('Municipality')?.[0]?.values.key;
  if (typeof key !== 'string') throw new Error('expected a dataset with a municipality, but got one without');
  return key;
}

/** The dataset of a city, cloned from a template: the same facts and links, what all cities share included. */
export function cloneCity(template: Dataset, number: number): Dataset {
  const city = cityOf(number);
  const from = `${keyOf(template)}:`;
  const rename = (id: string) =>
    id.startsWith(from) ? `${city.key}:${id.slice(from.length).replace(/^(municipality:).*$/, `$1${city.code}`)}` : id;
  const cloneNode = (type: NodeName, row: NodeRow): NodeRow => ({
    ...row,
    id: rename(row.id),
    values: {
      ...Object.fromEntries(
        Object.entries(row.values).map(([column, cell]) => [
          column,
          entityTypes.has(type) ? varied(column, cell, number) : cell,
        ]),
      ),
      ...(type === 'Municipality' ? { key: city.key, code: city.code } : {}),
    },
  });
  const cloneEdge = (row: EdgeRow): EdgeRow => ({ ...row, from: rename(row.from), to: rename(row.to) });
  return {
    nodes: new Map(
      [...template.nodes].map(([type, rows]) => [
        type,
        globalTypes.has(type) ? rows : rows.map((row) => cloneNode(type, row)),
      ]),
    ),
    edges: new Map([...template.edges].map(([type, rows]) => [type, rows.map(cloneEdge)])),
  };
}

/** A name of this city; anything else stays. */
function varied(column: string, cell: Cell, number: number): Cell {
  const index = number % namePrefixes.length;
  if (typeof cell === 'string' && /^name(?:@|$)/.test(column)) return `${namePrefixes[index]}${cell}`;
  if (typeof cell === 'string' && column === 'name_en') return `${namePrefixesEn[index]}${cell}`;
  if (column === 'aliases' && Array.isArray(cell)) return cell.map((alias) => `${namePrefixes[index]}${alias}`);
  return cell;
}
