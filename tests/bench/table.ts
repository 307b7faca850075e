import { cpus, totalmem } from 'node:os';
import type { Coverage } from './generate.js';
import type { Measured, OperationResult, Sample } from './measure.js';
import type { Contestant } from './operations.js';

/** Everything that was measured at one scale. */
export interface Result {
  readonly cities: number;
  readonly coverage: Coverage;
  readonly nodes: number;
  readonly edges: number;
  /** Seconds that writing the graph took; null where it was there already. */
  readonly loadSeconds: number | null;
  readonly seconds: number;
  readonly rounds: number;
  readonly machine: Machine;
  readonly operations: readonly OperationResult[];
  /** Resident memory in MB: after the start, and the most that was seen. */
  readonly memory: Readonly<Partial<Record<Contestant, { readonly idle: number; readonly most: number }>>>;
}

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly node: string;
}

export const thisMachine = (): Machine => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGigabytes: Math.round(totalmem() / 2 ** 30),
  node: process.version,
});

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle) - 1] ?? Number.NaN)) / 2;
}

type Figure = keyof Sample;

/** The median of a figure over the rounds; null where it was not measured. */
function figure({ rounds }: OperationResult, measured: Measured, name: Figure): number | null {
  const values = rounds.flatMap((round) => round[measured]?.[name] ?? []);
  return values.length === 0 ? null : median(values);
}

/** The median of the ratios round by round, which a slow minute of the machine does not change. */
export function ratio({ rounds }: OperationResult, name: Figure, a: Measured, b: Measured): number | null {
  const values = rounds.flatMap((round) => {
    const [left, right] = [round[a]?.[name], round[b]?.[name]];
    return left && right ? [left / right] : [];
  });
  return values.length === 0 ? null : median(values);
}

const short = (value: number | null) =>
  value === null ? '–' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
const times = (value: number | null) => (value === null ? '–' : `${short(value)}×`);

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

const headings: Readonly<Record<Measured, string>> = {
  ours: 'this service',
  peer: '@neo4j/graphql',
  bare: 'bare statement',
  driver: 'driver alone',
};

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');
}

/** The result as Markdown: figures and ratios, CPU per request, memory. */
export function formatResult(result: Result): string {
  const { cities, coverage, nodes, edges, loadSeconds, seconds, rounds, machine, operations, memory } = result;
  const measured = (Object.keys(headings) as Measured[]).filter((name) =>
    operations.some((operation) => figure(operation, name, 'rate') !== null),
  );
  const figures = operations.map((operation) => [
    operation.operation,
    short(operation.bytes / 1000),
    ...measured.map((name) => {
      const [p50, p99, rate] = (['p50', 'p99', 'rate'] as const).map((part) => short(figure(operation, name, part)));
      return p50 === '–' ? '–' : `${p50} / ${p99} · ${rate}`;
    }),
    times(ratio(operation, 'p50', 'ours', 'peer')),
    times(ratio(operation, 'rate', 'ours', 'peer')),
    times(ratio(operation, 'p50', 'ours', 'bare')),
    times(ratio(operation, 'rate', 'ours', 'bare')),
  ]);
  const cpu = operations.map((operation) => [
    operation.operation,
    ...measured.map(
      (name) => `${short(figure(operation, name, 'serverCpu'))} + ${short(figure(operation, name, 'databaseCpu'))}`,
    ),
    times(ratio(operation, 'serverCpu', 'ours', 'peer')),
    times(ratio(operation, 'databaseCpu', 'ours', 'peer')),
    times(ratio(operation, 'serverCpu', 'ours', 'bare')),
    times(ratio(operation, 'databaseCpu', 'ours', 'bare')),
  ]);
  const names = measured.map((name) => headings[name]);
  const load = loadSeconds === null ? 'generated before' : `generated in ${short(loadSeconds)} s`;
  return [
    `## ${cities} ${cities === 1 ? 'city' : 'cities'}${coverage === 'whole' ? ', whole plans' : ''}`,
    '',
    `${nodes} nodes, ${edges} relationships (${load}); ${rounds} rounds of ${seconds} s; ${machine.cores} × ${machine.processor}, ${machine.memoryGigabytes} GB, Node ${machine.node}. Client, servers and database share the machine: only ratios mean anything.`,
    '',
    'p50 / p99 in ms at 1 client · requests per second at 16',
    '',
    table(['operation', 'kB', ...names, 'p50 to peer', 'req/s to peer', 'p50 to bare', 'req/s to bare'], figures),
    '',
    'CPU per request at 16 clients in ms: server + database',
    '',
    table(['operation', ...names, 'server to peer', 'database to peer', 'server to bare', 'database to bare'], cpu),
    '',
    'Memory in MB (resident): after the start, at most',
    '',
    table(
      ['', ...Object.keys(memory).map((name) => headings[name as Measured])],
      [['', ...Object.values(memory).map(({ idle, most }) => `${short(idle)}, ${short(most)}`)]],
    ),
    '',
  ].join('\n');
}

/** The result for programs: medians and ratios first, then every round. */
export function resultAsJson(result: Result): object {
  const ratios = (operation: OperationResult) =>
    Object.fromEntries(
      (['peer', 'bare', 'driver'] as const).map((other) => [
        other,
        { p50: ratio(operation, 'p50', 'ours', other), rate: ratio(operation, 'rate', 'ours', other) },
      ]),
    );
  return {
    ...result,
    operations: result.operations.map((operation) => ({
      operation: operation.operation,
      bytes: operation.bytes,
      ratios: ratios(operation),
      rounds: operation.rounds,
    })),
  };
}
