import { expect, test } from '@jest/globals';
import { BilingualCommand } from '../../src/commands/bilingual-command.js';

function said(...given: readonly string[]): string {
  const written: string[] = [];
  const program = new BilingualCommand('policy-graph')
    .exitOverride()
    .configureOutput({ writeErr: (text) => written.push(text) });
  program
    .command('backup')
    .argument('<file>', 'the file')
    .action(() => undefined);
  expect(() => program.parse(given, { from: 'user' })).toThrow();
  return written.join('');
}

test('a file that is missing is said in both languages, with how the command is called', () => {
  expect(said('backup')).toBe(
    "必要な引数がありません。使い方：npm run backup -- [options] <file>\nerror: missing required argument 'file'\nUsage: npm run backup -- [options] <file>\n",
  );
});

test('so is what there is not, and what is too much', () => {
  expect(said('backup', 'a', '--other')).toMatch(/^知らないオプションが指定されています。.*\nerror: unknown option/);
  expect(said('backup', 'a', 'b')).toMatch(/^引数が多すぎます。.*\nerror: too many arguments/);
  expect(said('beckup')).toMatch(/^知らないコマンドです。.*\nerror: unknown command/);
});
