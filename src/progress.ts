import cliProgress from 'cli-progress';

/** Progress is where long work tells a person what it is doing and how far it is. */
export interface Progress {
  /** One thing done or begun, in one line. */
  say(line: string): void;
  /** A piece of work with a known number of units; the caller ends it, also when the work fails. */
  begin(title: string, total: number): ProgressBar;
}

/** One running piece of work. */
export interface ProgressBar {
  /** `done` of the total are done; never goes back. */
  reach(done: number): void;
  end(): void;
}

/** Progress that nobody watches. */
export const silentProgress: Progress = {
  say: () => {},
  begin: () => ({ reach: () => {}, end: () => {} }),
};

/** How often a running piece of work is reported where there is no terminal to draw a bar on. */
const reportEvery = 3_000;

/** Progress on a stream: a bar on a terminal, a line every few seconds anywhere else (logs, continuous integration). */
export function streamProgress(stream: NodeJS.WriteStream): Progress {
  const say = (line: string) => void stream.write(`${line}\n`);
  return { say, begin: stream.isTTY ? (title, total) => drawBar(stream, title, total) : reportLines(say) };
}

function drawBar(stream: NodeJS.WriteStream, title: string, total: number): ProgressBar {
  const bar = new cliProgress.SingleBar({
    stream,
    format: '  {title} [{bar}] {value}/{total} · {duration_formatted}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    // cli-progress would otherwise take over the signals and end the process on its own.
    gracefulExit: false,
  });
  bar.start(total, 0, { title });
  let reached = 0;
  return {
    reach: (done) => {
      reached = Math.max(reached, Math.min(done, total));
      bar.update(reached);
    },
    end: () => bar.stop(),
  };
}

function reportLines(say: Progress['say']): Progress['begin'] {
  return (title, total) => {
    const start = Date.now();
    let reported = start;
    let reached = 0;
    let said = -1;
    const report = () => {
      said = reached;
      say(`  ${title}: ${reached}/${total} (${((Date.now() - start) / 1000).toFixed(0)} s)`);
    };
    return {
      reach: (done) => {
        reached = Math.max(reached, Math.min(done, total));
        if (Date.now() - reported < reportEvery) return;
        reported = Date.now();
        report();
      },
      end: () => {
        if (said < reached) report();
      },
    };
  };
}
