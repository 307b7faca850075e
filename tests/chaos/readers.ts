/** Readers who ask all the time: each answer is of one of the two states, or says that there is none for now. */
import { type Answers, startReaders } from '../live/readers.js';
import { Loss } from './outcome.js';

/** Milliseconds between two requests. */
const every = 100;

/** Readers of a service that may break off; `stop` fails where an answer was of neither state. */
export function startJudgingReaders(url: string, answers: Answers) {
  const { seen, stop } = startReaders([url], answers, every);
  return {
    /** How many answers were of a state. */
    answered: () => seen.before + seen.after,
    stop: async (): Promise<void> => {
      await stop();
      const { wrong } = seen;
      if (wrong.length > 0) throw new Loss('wrong', `${wrong.length} answers of neither state: ${wrong[0]}`);
    },
  };
}
