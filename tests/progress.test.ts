import { Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { streamProgress } from '../src/progress.js';

/** A stream that is no terminal, and what was written to it. */
function log() {
  const written: string[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      written.push(String(chunk));
      done();
    },
  });
  return { written, progress: streamProgress(stream as unknown as NodeJS.WriteStream) };
}

test('where there is no terminal a short work is one line at its end', () => {
  const { written, progress } = log();
  const bar = progress.begin('Jars', 213);
  bar.reach(100);
  bar.reach(213);
  bar.end();
  expect(written).toEqual(['  Jars: 213/213 (0 s)\n']);
});

test('progress never goes back or beyond its total', () => {
  const { written, progress } = log();
  const bar = progress.begin('Rows', 10);
  bar.reach(12);
  bar.reach(3);
  bar.end();
  expect(written).toEqual(['  Rows: 10/10 (0 s)\n']);
});
