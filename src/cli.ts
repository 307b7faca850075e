import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { extractCommand } from './commands/extract.js';
import { defaultDataset, loadCommand } from './commands/load.js';
import { schemaCommand } from './commands/schema.js';
import { serve } from './commands/serve.js';
import { start } from './commands/start.js';
import { DatabaseError } from './database/database-error.js';
import { OperatorError } from './operator-error.js';
import { streamProgress } from './progress.js';
import { projectFile } from './project-files.js';
import { readDataDir, readSettings } from './settings.js';

/** What a person can do when the database fails under a command; a load that broke off has changed nothing. */
const brokenOff = ({ code, message }: DatabaseError) =>
  new OperatorError(
    `データベースの処理に失敗したため、中断しました（${code ?? message}）。読込中だった場合、何も変更されていません。データベースの状態を確認して再実行してください。`,
    `The database failed, and the command broke off (${code ?? message}). A load that was under way has changed nothing. Check the database and run it again.`,
  );

const progress = streamProgress(process.stderr);

const program = new Command('policy-graph').description(
  'A knowledge graph of a city’s plans, from its documents to a GraphQL API.',
);

program
  .command('start')
  .description('open the database, migrate it, load the dataset and serve')
  .action(async () => serve(readSettings(process.env), progress));

program
  .command('load')
  .description('load a dataset into the database and end')
  .argument('[folder]', 'folder of the dataset; by default the extracted one in DATA_DIR, else seed/')
  .option('--allow-removals', 'also remove more than 5 % of a city, or all rows of a table', false)
  .action(async (folder: string | undefined, { allowRemovals }: { allowRemovals: boolean }) => {
    const settings = readSettings(process.env);
    // Said before a database is started for nothing.
    if (folder !== undefined && !existsSync(folder))
      throw new OperatorError(
        `フォルダ ${folder} がありません。データセットのフォルダを指定するか、省略して seed/ を使ってください。`,
        `There is no folder ${folder}: name the folder of a dataset, or leave it out for seed/.`,
      );
    const dataset = folder ?? defaultDataset(settings.dataDir);
    const origin = folder === undefined ? 'default' : 'named';
    await start(settings, progress, async ({ database }) => {
      await loadCommand(database.connection, dataset, progress, { origin, giveWay: false, allowRemovals });
    });
  });

program
  .command('extract')
  .description('read a folder of documents into a dataset')
  .argument('<folder>', 'folder of the documents')
  .option('--output <folder>', 'where the tables go; by default seed/, and DATA_DIR/dataset with --with-text')
  .option(
    '--reviewed <folder>',
    'what people decided and wrote: corrections, aliases, names',
    projectFile('seed/reviewed'),
  )
  .option('--check', 'write nothing; fail when the result differs from what is there', false)
  .option('--with-text', "carry the documents' text along, for a database of your own", false)
  .action(
    async (documents: string, options: { output?: string; reviewed: string; check: boolean; withText: boolean }) => {
      const own = () => join(readDataDir(process.env), 'dataset');
      const output = options.output ?? (options.withText ? own() : projectFile('seed'));
      await extractCommand({ documents, ...options, output }, progress);
    },
  );

program
  .command('schema')
  .description('write schema/schema.graphql and schema/model.json from the model')
  .action(async () => schemaCommand(progress));

try {
  await program.parseAsync();
} catch (error) {
  const shown = error instanceof DatabaseError ? brokenOff(error) : error;
  if (!(shown instanceof OperatorError)) throw error;
  process.stderr.write(`${shown.messageJa}\n${shown.message}\n`);
  process.exitCode = 1;
}
