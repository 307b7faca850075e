import { Refusal } from '../refusal.js';
export interface AdmissionLimits {
  /** Those inside at the same time. */
  readonly inFlight: number;
  /** Those waiting to get in. */
  readonly queued: number;
  /** Milliseconds of waiting after which it is better to come back. */
  readonly patience: number;
}

/** Refused because the queue is full; a second is enough for it to move on. */
const overloaded = () => new Refusal('OVERLOADED').withHeaders({ 'retry-after': '1' });

/**
 * Admission is the door that only so many operations are behind at once: under more load than it can carry, the service
 * answers as many as ever and refuses the rest at once, instead of letting all of them wait.
 */
export class Admission {
  private readonly limits: AdmissionLimits;
  private readonly waiting = new Set<() => void>();
  private inside = 0;

  constructor(limits: AdmissionLimits) {
    this.limits = limits;
  }

  get inFlight(): number {
    return this.inside;
  }

  get queued(): number {
    return this.waiting.size;
  }

  /** Resolves to the function that ends the admission, once there is capacity; fails where there will be none in time. */
  async enter(signal: AbortSignal): Promise<() => void> {
    if (this.inside >= this.limits.inFlight) await this.queue(signal);
    else this.inside++;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.leave();
    };
  }

  private queue(signal: AbortSignal): Promise<void> {
    if (this.waiting.size >= this.limits.queued) throw overloaded();
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', aborted);
        this.waiting.delete(called);
      };
      const called = () => {
        end();
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
      this.waiting.add(called);
    });
  }

  /** The place of one who leaves goes straight to the first in the queue. */
  private leave(): void {
    const [first] = this.waiting;
    if (first) first();
    else this.inside--;
  }
}
