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
}

/** Refused because the queue is full; a second is enough for it to move on. */
const overloaded = () => new Refusal('OVERLOADED').withHeaders({ 'retry-after': '1' });

/** Milliseconds for which a client counts as present after its last request. */
const presence = 5_000;

/** What a client has inside and waiting. */
class Client {
  inside = 0;
  seen = 0;
  readonly waiting = new Set<() => void>();
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
    const client = this.clients.get(name) ?? new Client();
    client.seen = now;
    this.clients.delete(name);
    this.clients.set(name, client);
    this.forgetAbsent(now);
    return client;
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
