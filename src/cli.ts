import { existsSync } from 'node:fs';
import { Option } from 'commander';
import { backupCommand } from './commands/backup.js';
import { BilingualCommand } from './commands/bilingual-command.js';
import { extractedDataset } from './commands/data-folders.js';
import { doctorCommand, keptDatasets } from './commands/doctor.js';
import { extractCommand } from './commands/extract.js';
import { checkWorkbook, importCommand, type ReadOptions, readWorkbook } from './commands/import.js';
import { checkCommand, defaultDataset, loadCommand } from './commands/load.js';
import { proposeMap } from './commands/propose-map.js';
import { restoreCommand } from './commands/restore.js';
import { schemaCommand } from './commands/schema.js';
import { serve } from './commands/serve.js';
import { prepareDatabase, start } from './commands/start.js';
import { templateCommand } from './commands/template.js';
import type { Connection } from './database/connection.js';
import { DatabaseError } from './database/database-error.js';
import { explainFileError } from './file-errors.js';
import { CommitInDoubt } from './ingest/load/transaction.js';
import { OperatorError } from './operator-error.js';
import { streamProgress } from './progress.js';
import { projectFile } from './project-files.js';
import { readDataDir, readSettings, type Settings } from './settings.js';

/** What a person can do when the database fails under a command; whatever it writes, it writes as a whole or not at all. */
function brokenOff({ code, message }: DatabaseError): OperatorError {
  if (code?.includes('OutOfMemory'))
    return new OperatorError(
      `一つのトランザクションに必要なメモリが足りないため、中断しました（${code}）。何も変更されていません。NEO4J_TRANSACTION_MEMORY と NEO4J_HEAP_MAX を大きくして再実行してください（別の Neo4j では db.memory.transaction.max とヒープ）。`,
      `One transaction needs more memory than it may take, and the command broke off (${code}). Nothing was changed. Raise NEO4J_TRANSACTION_MEMORY and NEO4J_HEAP_MAX (of another Neo4j db.memory.transaction.max and its heap), and run it again.`,
    );
  return new OperatorError(
    `データベースの処理に失敗したため、中断しました（${code ?? message}）。読込・復元・バックアップの途中だった場合、何も変更されていません。データベースの状態を確認して再実行してください。`,
    `The database failed, and the command broke off (${code ?? message}). A load, restore or backup that was under way has changed nothing. Check the database and run it again.`,
  );
}

const inDoubt = ({ code, message }: CommitInDoubt) =>
  new OperatorError(
    `完了の応答がありません（${code ?? message}）。グラフは実行前か実行後のどちらかの状態で、途中の状態ではありません。もう一度実行しても安全です。`,
    `There was no reply to the commit (${code ?? message}). The graph is the one before this command or the one after it, nothing in between. It is safe to run it again.`,
  );

/** What each command says that was ended by a signal before it was done. */
const interrupted = {
  load: () =>
    new OperatorError(
      '読込は中断されました。何も変更されていません。',
      'The load was interrupted. Nothing was changed.',
    ),
  import: () =>
    new OperatorError(
      '取込は中断されました。完了の表示がなければ、何も変更されていません。',
      'The import was interrupted. Unless it said that it was done, nothing was changed.',
    ),
  doctor: () => new OperatorError('照合は中断されました。', 'The comparison was interrupted.'),
  backup: () =>
    new OperatorError(
      'バックアップは中断されました。以前のファイルはそのままです。',
      'The backup was interrupted. What was there is unchanged.',
    ),
  restore: () =>
    new OperatorError(
      '復元は中断されました。完了の表示がなければ、何も変更されていません。',
      'The restore was interrupted. Unless it said that it was done, nothing was changed.',
    ),
};

const progress = streamProgress(process.stderr);

/** Does the work of a command on the database to its end; being told to stop before it fails, as `start` alone does not. */
async function onDatabase(
  command: keyof typeof interrupted,
  settings: Settings,
  work: (connection: Connection, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  let isDone = false;
  let doubt: CommitInDoubt | null = null;
  // What only reads takes the database as it is.
  const asItIs = command === 'doctor' || command === 'backup';
  await start(
    settings,
    progress,
    async ({ database: { connection }, signal }) => {
      try {
        await work(connection, signal);
        isDone = true;
      } catch (error) {
        if (error instanceof CommitInDoubt) doubt = error;
        throw error;
      }
    },
    { asItIs },
  );
  if (!isDone) throw doubt ?? interrupted[command]();
}

interface ImportOptions extends ReadOptions {
  readonly proposeMap: boolean;
  readonly out?: string;
  readonly check: boolean;
  readonly allowRemovals: boolean;
}

const program = new BilingualCommand('policy-graph').description(
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
  .option('--check', 'only read and check the dataset, without a database', false)
  .option('--allow-removals', 'also remove more than 5 % of a city, or all rows of a table', false)
  .action(async (folder: string | undefined, options: { check: boolean; allowRemovals: boolean }) => {
    const { check, allowRemovals } = options;
    // Said before a database is started for nothing.
    if (folder !== undefined && !existsSync(folder))
      throw new OperatorError(
        `フォルダ ${folder} がありません。データセットのフォルダを指定するか、省略して seed/ を使ってください。`,
        `There is no folder ${folder}: name the folder of a dataset, or leave it out for seed/.`,
      );
    const dataset = folder ?? defaultDataset(readDataDir(process.env));
    if (check) return checkCommand(dataset, progress);
    const origin = folder === undefined ? 'default' : 'named';
    await onDatabase('load', readSettings(process.env), async (connection, signal) => {
      await loadCommand(connection, dataset, progress, { origin, giveWay: false, allowRemovals, signal });
    });
  });

program
  .command('template')
  .description('write the workbook into which a city fills its plan')
  .option('--out <file>', 'the workbook', 'template.xlsx')
  .action(async ({ out }: { out: string }) => templateCommand(out, progress));

program
  .command('import')
  .description('read the plan of a city from a workbook, load it beside other cities, and end')
  .argument(
    '<file>',
    'a workbook (.xlsx), or a folder of them, with the headings of the template, or of its own with --map',
  )
  .option('--map <file>', 'a mapping file (YAML): which sheets and columns are which of the template')
  .addOption(
    new Option('--propose-map', 'only propose a mapping file, by headings and contents')
      .default(false)
      .conflicts(['map', 'check', 'report', 'allowRemovals']),
  )
  .option('--out <file>', 'where the proposed mapping file goes; by default the standard output')
  .option('--report [file]', 'write the workbook with an error column and coloured cells; by default beside it')
  .option('--check', 'only read and check the workbook, without a database', false)
  .option('--allow-removals', 'also remove more than 5 % of the city, or all rows of a table', false)
  .action(async (file: string, options: ImportOptions) => {
    const { check, allowRemovals, map, out, report } = options;
    if (out !== undefined && !options.proposeMap)
      throw new OperatorError(
        '--out は --propose-map で書き出すファイルの指定です。報告の書き出し先は --report に指定してください。',
        '--out names the file of --propose-map. Name the file of a report with --report.',
      );
    if (options.proposeMap) return proposeMap(file, out, progress);
    const read = { map, report, dataDir: readDataDir(process.env) };
    if (check) return checkWorkbook(file, progress, read);
    // Before a database is started for nothing.
    const sound = await readWorkbook(file, progress, read);
    const settings = readSettings(process.env);
    await onDatabase('import', settings, (connection, signal) =>
      importCommand(connection, sound, file, settings.dataDir, progress, { map, allowRemovals, signal }),
    );
  });

program
  .command('doctor')
  .description('compare the database with a dataset and with the indexes it needs, and end')
  .argument('[folder]', 'folder of the dataset; by default as load takes it, and those of imported cities')
  .action(async (folder: string | undefined) => {
    const settings = readSettings(process.env);
    const folders = folder === undefined ? await keptDatasets(settings.dataDir) : [folder];
    await onDatabase('doctor', settings, (connection) => doctorCommand(connection, folders, progress));
  });

program
  .command('backup')
  .description('write all that the database and the data folder hold into a file, and end')
  .argument('<file>', 'the file; one that is there is replaced once the new one is whole')
  .action(async (file: string) => {
    const settings = readSettings(process.env);
    await onDatabase('backup', settings, (connection, signal) =>
      backupCommand(connection, settings.dataDir, file, progress, signal),
    );
  });

program
  .command('restore')
  .description('make the database hold exactly what a backup has, and end')
  .argument('<file>', 'a file that backup has written')
  .option('--allow-removals', 'also remove more than 5 % of a city', false)
  .action(async (file: string, { allowRemovals }: { allowRemovals: boolean }) => {
    const settings = readSettings(process.env);
    await onDatabase('restore', settings, async (connection, signal) => {
      await restoreCommand(connection, settings.dataDir, file, progress, { allowRemovals, signal });
      // A backup of an earlier version lacks what has been migrated since.
      await prepareDatabase(connection, progress, signal);
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
      const own = () => extractedDataset(readDataDir(process.env));
      const output = options.output ?? (options.withText ? own() : projectFile('seed'));
      await extractCommand({ documents, ...options, output }, progress);
    },
  );

program
  .command('schema')
  .description('write schema/schema.graphql and the other files of schema/ that are generated')
  .action(async () => schemaCommand(progress));

try {
  await program.parseAsync();
} catch (error) {
  const shown =
    error instanceof CommitInDoubt
      ? inDoubt(error)
      : error instanceof DatabaseError
        ? brokenOff(error)
        : explainFileError(error);
  if (!(shown instanceof OperatorError)) throw error;
  process.stderr.write(`${shown.messageJa}\n${shown.message}\n`);
  process.exitCode = 1;
}
// A connection to a database that never answers would keep the process alive for ever.
process.exit();
