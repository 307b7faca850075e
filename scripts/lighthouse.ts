/**
 * Measures pages of a service that runs with Lighthouse, in the browser of the tests, which finds no other host:
 * `npm run lighthouse`, or `npm run lighthouse -- --url http://127.0.0.1:4000 --runs 3 --only start,list`.
 *
 * Scores and layout shift are those of Lighthouse's mobile profile; the largest paint is measured with a processor that is six
 * times slower, too. Each figure is the median of the runs, as other programs share the machine. Ends with 1 where a goal is
 * missed, and names what costs most there.
 */
import { parseArgs } from 'node:util';
import lighthouse, { type Flags, type Result } from 'lighthouse';
import { freePort } from '../src/free-port.js';
import { launchBrowser } from '../tests/seeded/browser/chromium.js';

const pages: Readonly<Record<string, string>> = {
  start: '/',
  list: '/lists/measures',
  thing: '/things/honjo:policy-item:5-2',
  progress: '/progress',
  dossier: '/dossier/honjo:policy-item:5-2',
};

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** What a page has to reach: scores of a hundred, layout shift, and the largest paint in milliseconds. */
const goals = { score: 95, shift: 0.05, paint: 2_500 };

/** A slow mobile line, and a phone of which this machine is a multiple. */
const throttled = (cpuSlowdownMultiplier: number): Partial<Flags> => ({
  throttlingMethod: 'simulate',
  throttling: {
    rttMs: 150,
    throughputKbps: 1_638.4,
    requestLatencyMs: 562.5,
    downloadThroughputKbps: 1_474.56,
    uploadThroughputKbps: 675,
    cpuSlowdownMultiplier,
  },
});

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:4000' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: Object.keys(pages).join() },
  },
});

const port = await freePort('127.0.0.1', 0, 'PORT');
const browser = await launchBrowser([`--remote-debugging-port=${port}`]);

async function measure(path: string, flags: Partial<Flags>): Promise<Result> {
  const run = await lighthouse(`${options.url}${path}`, { port, output: 'json', logLevel: 'error', ...flags });
  if (!run) throw new Error(`expected a result of Lighthouse for ${path}`);
  const { runtimeError } = run.lhr;
  if (runtimeError) throw new Error(`${path}: ${runtimeError.message}`);
  return run.lhr;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const auditOf = (result: Result, id: string): number => result.audits[id]?.numericValue ?? Number.NaN;

/** What Lighthouse finds wrong, and what it would save time by, in one line each. */
function findings({ audits, categories: scored }: Result): readonly string[] {
  const failed = categories.flatMap((category) =>
    (scored[category]?.auditRefs ?? [])
      .map(({ id, weight }) => ({ category, weight, audit: audits[id] }))
      .filter(({ audit, weight }) => weight > 0 && audit?.score !== null && (audit?.score ?? 1) < 0.9),
  );
  return failed.map(({ category, audit }) => `${category}: ${audit?.title} ${audit?.displayValue ?? ''}`.trim());
}

let isMissed = false;
try {
  const columns = [...categories, 'CLS', 'LCP 4×', 'LCP 6×'];
  process.stdout.write(`| page | ${columns.join(' | ')} |\n| --- |${' --- |'.repeat(columns.length)}\n`);
  for (const name of options.only.split(',')) {
    const path = pages[name];
    if (path === undefined)
      throw new Error(`--only: expected some of ${Object.keys(pages).join(', ')}, but got ${name}`);
    const mobile: Result[] = [];
    const slow: Result[] = [];
    for (let run = 0; run < Number(options.runs); run++) {
      mobile.push(await measure(path, { onlyCategories: [...categories], ...throttled(4) }));
      slow.push(await measure(path, { onlyAudits: ['largest-contentful-paint'], ...throttled(6) }));
    }
    const scores = categories.map((each) =>
      median(mobile.map((run) => Math.round((run.categories[each]?.score ?? 0) * 100))),
    );
    const shift = median(mobile.map((run) => auditOf(run, 'cumulative-layout-shift')));
    const [paint, slowPaint] = [mobile, slow].map((runs) =>
      median(runs.map((run) => auditOf(run, 'largest-contentful-paint'))),
    );
    const told = [
      ...scores.map((score) => said(String(score), score >= goals.score)),
      said(shift.toFixed(3), shift <= goals.shift),
      `${seconds(paint)}`,
      said(seconds(slowPaint), (slowPaint ?? Number.NaN) <= goals.paint),
    ];
    process.stdout.write(`| ${name} | ${told.join(' | ')} |\n`);
    const [first] = mobile;
    if (first && told.some((each) => each.endsWith('✗')))
      for (const line of findings(first)) process.stderr.write(`  ${name}: ${line}\n`);
  }
} finally {
  await browser.close();
}
process.exitCode = isMissed ? 1 : 0;

function said(text: string, isReached: boolean): string {
  isMissed ||= !isReached;
  return isReached ? text : `${text} ✗`;
}

function seconds(milliseconds = Number.NaN): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
