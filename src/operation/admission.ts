import { Refusal } from '../refusal.js';

export interface AdmissionLimits {
  /** Those inside at the same time. */
  readonly inFlight: number;
  /** Those of one client, while others are there. */
  readonly perClient: number;
  /** Those of one client that wait to get in. */
  readonly queued: number;
  /** Milliseconds of waiting after which it is better to come back. */
  readonly patience: number;
  /** Those that one client may begin in a second, on average over five; 0 for any number. */
  readonly rate: number;
}

/** Refused because the queue is full; a second is enough for it to move on. */
const overloaded = () => new Refusal('OVERLOADED').withHeaders({ 'retry-after': '1' });

/** Milliseconds for which a client counts as present after its last request. */
const presence = 5_000;

/** What a client has inside and waiting. */
class Client {
  inside = 0;
  seen: number;
  /** How many it may begin: as many as fit into the time for which it is remembered, renewed bit by bit (a token bucket). */
  allowed: number;
  readonly waiting = new Set<() => void>();

  constructor(allowed: number, seen: number) {
    this.allowed = allowed;
    this.seen = seen;
  }
}

/**
 * Admission bounds how much is answered at the same time, and shares it: a client that is alone has nearly all of it; with others
 * present each has a few at once and a queue of its own, and the queues are served in turn. Under more load than it can
 * carry, the service answers as many as ever and refuses the rest at once, instead of letting all of them wait.
 */
export class Admission {
  private readonly limits: AdmissionLimits;
  /** The clients that are present, those seen last at the end. */
  private readonly clients = new Map<string, Client>();
  /** Those with a queue, the next one to be served first. */
  private readonly turns = new Set<Client>();
  private inside = 0;

  constructor(limits: AdmissionLimits) {
    this.limits = limits;
  }

  get inFlight(): number {
    return this.inside;
  }

  get queued(): number {
    let queued = 0;
    for (const { waiting } of this.turns) queued += waiting.size;
    return queued;
  }

  /** Resolves to the function that ends the admission, once there is capacity; fails where there will be none in time. */
  async enter(name: string, signal: AbortSignal): Promise<() => void> {
    const client = this.present(name);
    this.count(client);
    if (client.waiting.size === 0 && this.hasRoomFor(client)) this.admit(client);
    else await this.queue(client, signal);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.inside--;
      client.inside--;
      this.serve();
    };
  }

  private admit(client: Client): void {
    this.inside++;
    client.inside++;
  }

  private hasRoomFor({ inside }: Client): boolean {
    const { inFlight, perClient } = this.limits;
    // Who is alone leaves what the next one to come gets at once.
    const own = this.clients.size > 1 ? perClient : Math.max(1, inFlight - perClient);
    return this.inside < inFlight && inside < own;
  }

  private present(name: string): Client {
    const now = performance.now();
    const most = (this.limits.rate * presence) / 1000;
    const client = this.clients.get(name) ?? new Client(most, now);
    client.allowed = Math.min(most, client.allowed + (this.limits.rate * (now - client.seen)) / 1000);
    client.seen = now;
    this.clients.delete(name);
    this.clients.set(name, client);
    this.forgetAbsent(now);
    return client;
  }

  /** Counts what a client begins; refuses what is beyond its rate, and says when the next one is not. */
  private count(client: Client): void {
    const { rate } = this.limits;
    if (rate === 0) return;
    if (client.allowed < 1) {
      const seconds = Math.ceil((1 - client.allowed) / rate);
      throw new Refusal('RATE_LIMITED').withHeaders({ 'retry-after': String(seconds) });
    }
    client.allowed -= 1;
  }

  private forgetAbsent(now: number): void {
    for (const [name, { seen, inside, waiting }] of this.clients) {
      if (now - seen < presence) return;
      if (inside === 0 && waiting.size === 0) this.clients.delete(name);
    }
  }

  private queue(client: Client, signal: AbortSignal): Promise<void> {
    if (client.waiting.size >= this.limits.queued) throw overloaded();
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', aborted);
        client.waiting.delete(called);
        if (client.waiting.size === 0) this.turns.delete(client);
      };
      const called = () => {
        end();
        this.admit(client);
        resolve();
      };
      const aborted = () => {
        end();
        reject(signal.reason);
      };
      const timer = setTimeout(() => {
        end();
        reject(overloaded());
      }, this.limits.patience);
      signal.addEventListener('abort', aborted, { once: true });
      client.waiting.add(called);
      this.turns.add(client);
    });
  }

  /** Lets in whoever is next and has room; who was let in goes to the end. */
  private serve(): void {
    if (this.turns.size === 0) return;
    this.forgetAbsent(performance.now());
    for (const client of [...this.turns]) {
      const [first] = client.waiting;
      if (!first || !this.hasRoomFor(client)) continue;
      this.turns.delete(client);
      this.turns.add(client);
      first();
    }
  }
}
