/** Readers who ask all the time: each answer is of one of the two states, or says that there is none for now. */
import { setTimeout as delay } from 'node:timers/promises';
import { type Reply, type Sent, sendTo } from '../http/service.js';
import { Loss } from './outcome.js';
import type { State } from './states.js';

const graphql = (query: string, headers: Readonly<Record<string, string>> = {}): Sent => ({
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ query }),
});
const anew = { 'x-no-cache': '1' };
const list = '{ reformSheets(first: 100) { totalCount nodes { number name evaluations { fiscalYear grade } } } }';
const counts = '{ evaluations { totalCount } annualGoals { totalCount } dataset { revision counts { type count } } }';

const requests: Readonly<Record<string, Sent>> = {
  'a list': graphql(list, anew),
  'a list that may be kept': graphql(list),
  'counts that belong together': graphql(counts, anew),
  'a table': { ...graphql('{ evaluations { nodes { id grade } } }'), path: '/export/evaluations.csv' },
  'a graph': { method: 'GET', path: '/export/graph.ttl?ids=honjo:reform-sheet:1-1&depth=1' },
};

/** What each request is answered in each state. */
export type Answers = Readonly<Record<State['name'], ReadonlyMap<string, string>>>;

/** What a reply says; the time of a load differs from one to the next. */
const said = ({ body }: Reply) => body.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then');

/** What each request is answered while nothing changes. */
export async function answersAt(url: string): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  for (const [name, sent] of Object.entries(requests)) {
    const reply = await sendTo(url, sent);
    if (reply.status !== 200) throw new Error(`expected an answer to ${name}, but got: ${reply.status} ${reply.body}`);
    answers.set(name, said(reply));
  }
  return answers;
}

export interface Readers {
  /** How many answers were of a state, and how many said that there is none now, or were broken off. */
  readonly seen: { readonly states: number; readonly none: number };
  /** Stops asking; fails where an answer was of neither state, or an error of the service itself. */
  stop(): Promise<void>;
}

const every = 50;

/** Asks a service over and over. */
export function startReaders(url: string, answers: Answers): Readers {
  const stopping = new AbortController();
  const seen = { states: 0, none: 0 };
  const wrong: string[] = [];
  const read = async (name: string, sent: Sent) => {
    const reply = await sendTo(url, { ...sent, signal: AbortSignal.timeout(60_000) }).catch((error: Error) => error);
    // Nobody listens, or the connection broke: there is no answer that could be wrong.
    if (reply instanceof Error || [503, 504].includes(reply.status)) return void seen.none++;
    const isOfState = reply.status === 200 && Object.values(answers).some((of) => of.get(name) === said(reply));
    if (isOfState) seen.states++;
    else wrong.push(`${name}: ${reply.status} ${reply.body.slice(0, 400)}`);
  };
  const reading = (async () => {
    const all: Promise<void>[] = [];
    const names = Object.entries(requests);
    for (let count = 0; !stopping.signal.aborted; count++) {
      const [name, sent] = names[count % names.length] as [string, Sent];
      all.push(read(name, sent));
      await delay(every);
    }
    await Promise.all(all);
  })();
  return {
    seen,
    stop: async () => {
      stopping.abort();
      await reading;
      if (wrong.length > 0) throw new Loss('wrong', `${wrong.length} answers of neither state: ${wrong[0]}`);
    },
  };
}
