/** The process that asks: loads one server at a time over keep-alive connections and measures. */
import { HttpConnection, httpRequest } from './http-connection.js';
import { answerQuestions } from './processes.js';
import { type Timing, timedLoops } from './timed-loops.js';

/** One thing to ask of one server; `bodies` are asked in turn. */
export interface Asked {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodies: readonly string[];
}

export interface Load extends Asked {
  /** The answers that were compared before: every answer under load must be as long, the first of each the same. */
  readonly expected: readonly string[];
  readonly clients: number;
  readonly milliseconds: number;
}

const requestsOf = ({ port, path, headers, bodies }: Asked) =>
  bodies.map((body) => httpRequest(port, path, headers, body));

/** The answers as text, each asked once. */
async function answers(asked: Asked): Promise<readonly string[]> {
  const connection = await HttpConnection.open(asked.port);
  const texts: string[] = [];
  for (const request of requestsOf(asked)) {
    const { status, body } = await connection.send(request);
    const text = body.toString('utf8');
    if (status !== 200) throw new Error(`expected status 200, but got ${status}: ${text.slice(0, 2_000)}`);
    texts.push(text);
  }
  connection.close();
  return texts;
}

async function load(asked: Load): Promise<Timing> {
  const requests = requestsOf(asked);
  const expected = asked.expected.map((text) => Buffer.from(text));
  const seen = requests.map(() => false);
  const connections = await Promise.all(Array.from({ length: asked.clients }, () => HttpConnection.open(asked.port)));
  try {
    return await timedLoops(asked.clients, asked.milliseconds, async (turn, loop) => {
      const which = turn % requests.length;
      const { status, body } = (await connections[loop]?.send(requests[which] as Buffer)) ?? { status: 0, body: null };
      const right = expected[which] as Buffer;
      const same = body?.length === right.length && (seen[which] || body.equals(right));
      if (status !== 200 || !same)
        throw new Error(`expected the answer that was compared before, but got ${status}: ${body?.toString('utf8')}`);
      seen[which] = true;
    });
  } finally {
    for (const connection of connections) connection.close();
  }
}

answerQuestions({ answers, load });
