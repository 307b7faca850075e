/** Readers who ask a service all the time, while a load goes from one state of the graph to another. */
import { setTimeout as delay } from 'node:timers/promises';
import { type Reply, type Sent, sendTo } from '../http/service.js';
import { retried } from '../retried.js';

const graphql = (query: string, headers: Readonly<Record<string, string>> = {}): Sent => ({
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ query }),
});
const anew = { 'x-no-cache': '1' };
const lists = '{ reformSheets(first: 100) { totalCount nodes { number name evaluations { fiscalYear grade } } } }';
const counts = '{ measures { totalCount } reformSheets { totalCount } evaluations { totalCount } gaps { totalCount } }';

/** Answers of many kinds: one statement or many, kept or not, from graphs in memory, pages, downloads. */
const requests: Readonly<Record<string, Sent>> = {
  'a list': graphql(lists, anew),
  'a list that may be kept': graphql(lists),
  'counts that belong together': graphql(counts, anew),
  'counts that may be kept': graphql(counts),
  'what is near in a graph in memory': graphql(
    '{ neighborhood(ids: ["honjo:policy-item:5-2"], depth: 2, limit: 1000) { nodes { id } edges { id } } }',
    anew,
  ),
  'what is alike': graphql(
    '{ likeness(id: "honjo:measure:5-2-3", limit: 20) { totalCount matches { score node { id } reasons { aspect } } } }',
    anew,
  ),
  'a dossier': { method: 'GET', path: '/dossier/honjo:measure:5-2-3' },
  'a table': { ...graphql('{ reformSheets { nodes { number name } } }'), path: '/export/reformSheets.csv' },
  'a graph': { method: 'GET', path: '/export/graph.ttl?ids=honjo:policy-item:5-2&depth=2' },
  'the whole graph': { method: 'GET', path: '/export/graph.graphml?municipality=all' },
};

/** What each request is answered in each state. */
export type Answers = Readonly<Record<'before' | 'after', ReadonlyMap<string, string>>>;

/** What a reply says; the time of a load differs from one to the next, and pages tell at which address they were read. */
const said = ({ body }: Reply) =>
  body.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then').replace(/http:\/\/127\.0\.0\.1:\d+/g, 'http://here');

const isLater = ({ status }: Reply) => status === 503 || status === 504;

/** The service says that it has no answer now; whoever asks again may get one. */
class NotNow extends Error {}

/** What each request is answered while nothing changes; what a busy machine is too late with is asked for again. */
export async function answersAt(url: string): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  const answerTo = async (name: string, sent: Sent) => {
    const reply = await sendTo(url, sent);
    if (reply.status === 200 && !reply.body.includes('"errors"')) return answers.set(name, said(reply));
    const Failure = isLater(reply) ? NotNow : Error;
    throw new Failure(`expected an answer to ${name}, but got: ${reply.status} ${reply.body.slice(0, 500)}`);
  };
  for (const [name, sent] of Object.entries(requests))
    await retried(() => answerTo(name, sent), { mayPass: (error) => error instanceof NotNow });
  return answers;
}

/** The answers of a run of readers, by what they were. */
export interface Seen {
  before: number;
  after: number;
  /** Said that there is none now, or was not there within a minute. */
  later: number;
  /** Nobody listened, or the connection broke. */
  none: number;
  /** Those of neither state, or errors of the service itself. */
  readonly wrong: string[];
}

/** Asks services, one after another, every so many milliseconds. */
export function startReaders(urls: readonly string[], answers: Answers, every: number) {
  const stopping = new AbortController();
  const seen: Seen = { before: 0, after: 0, later: 0, none: 0, wrong: [] };
  const read = async (name: string, sent: Sent, url: string) => {
    const signal = AbortSignal.timeout(60_000);
    const reply = await sendTo(url, { ...sent, signal }).catch(() => null);
    const isOf = (state: keyof Answers) => reply?.status === 200 && answers[state].get(name) === said(reply);
    if (reply === null) {
      if (signal.aborted) seen.later++;
      else seen.none++;
      return;
    }
    if (isOf('before')) seen.before++;
    else if (isOf('after')) seen.after++;
    else if (isLater(reply)) seen.later++;
    else seen.wrong.push(`${name}: ${reply.status} ${reply.body.slice(0, 500)}`);
  };
  const reading = (async () => {
    const all: Promise<void>[] = [];
    const names = Object.entries(requests);
    for (let count = 0; !stopping.signal.aborted; count++) {
      const [name, sent] = names[count % names.length] as [string, Sent];
      all.push(read(name, sent, urls[Math.floor(count / 3) % urls.length] ?? ''));
      await delay(every);
    }
    await Promise.all(all);
  })();
  return {
    seen,
    /** Stops asking, and waits for the last answers. */
    stop: async (): Promise<void> => {
      stopping.abort();
      await reading;
    },
  };
}
