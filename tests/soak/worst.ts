import { type Reply, sendTo } from '../http/service.js';
import { largest } from './requests.js';
import type { ServiceProcess } from './service.js';

/** How long one kind of request held up the event loop, over several that were sent one at a time. */
export interface Block {
  readonly request: string;
  readonly status: number;
  readonly answerBytes: number;
  /** What of it was not answered though the rest was: the message of the first error. */
  readonly failed: string | null;
  /** Megabytes of resident memory after one of them, at most. */
  readonly resident: number;
  /** Milliseconds, of each the most that the event loop's thread worked at a stretch. */
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

const attempts = 3;

/**
 * Sends the largest requests one at a time, and asks before and after each for the most work at a stretch. What a request
 * causes comes with every one of its kind, what the collector does about earlier ones only now and then: the median
 * counts, and one over the limit is measured again.
 */
export async function blocksOfLargest(
  service: ServiceProcess,
  limit: number,
  repeats: number,
): Promise<readonly Block[]> {
  const blocks: Block[] = [];
  let number = Date.now() % 1_000_000_000;
  for (const [request, make] of Object.entries(largest)) {
    let block: Block | null = null;
    for (let attempt = 0; attempt < attempts && (block === null || block.median > limit); attempt++) {
      const works: number[] = [];
      let resident = 0;
      let reply = await sendTo(service.url, make(number++));
      for (let repeat = 0; repeat < repeats; repeat++) {
        await service.numbers();
        // What answering for the numbers took is not the request's.
        await service.numbers();
        reply = await sendTo(service.url, make(number++));
        const numbers = await service.numbers();
        works.push(numbers.longestWork);
        resident = Math.max(resident, numbers.resident);
      }
      works.sort((one, other) => one - other);
      const at = (share: number) => works[Math.floor(share * (works.length - 1))] ?? Number.NaN;
      block = {
        request,
        status: reply.status,
        answerBytes: reply.body.length,
        failed: failureIn(reply),
        resident,
        least: at(0),
        median: at(0.5),
        most: at(1),
      };
    }
    if (block) blocks.push(block);
  }
  return blocks;
}

function failureIn({ status, headers, json }: Reply): string | null {
  if (status !== 200 || !String(headers['content-type']).includes('json')) return null;
  return json().errors?.[0]?.message ?? null;
}
