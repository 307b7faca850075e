import { draftOf } from '../backup/draft.js';
import type { Connection } from '../database/connection.js';
import { explainFileError } from '../file-errors.js';
import type { Dataset, SharedThings } from '../ingest/dataset/dataset.js';
import { formatDataset } from '../ingest/dataset/format.js';
import { type LocatedDataset, withoutPlaces } from '../ingest/dataset/located-dataset.js';
import { parseDataset } from '../ingest/dataset/parse.js';
import { formatProblems } from '../ingest/dataset/problems.js';
import { readWholeDataset } from '../ingest/dataset/read.js';
import { readSharedThings, withSharedThings } from '../ingest/dataset/shared-things.js';
import { validateDataset } from '../ingest/dataset/validate.js';
import { finishWriting, gatherFiles, gatheringIn, holdsDataset, placeGathered } from '../ingest/dataset/write.js';
import { removalsToAllow } from '../ingest/load/removals.js';
import { readLoadStatements } from '../ingest/load/statements.js';
import { CommitInDoubt } from '../ingest/load/transaction.js';
import type { Book } from '../ingest/workbook/book.js';
import { importBook } from '../ingest/workbook/build.js';
import { compareDatasets, formatChanges, incomparable } from '../ingest/workbook/comparison.js';
import { type Finding, formatFinding } from '../ingest/workbook/findings.js';
import type { HeldCity } from '../ingest/workbook/held-city.js';
import type { Mapping } from '../ingest/workbook/mapping/mapping.js';
import { formatReport } from '../ingest/workbook/report.js';
import type { Reported } from '../ingest/workbook/write-report.js';
import type { Description } from '../model/declaration.js';
import { OperatorError } from '../operator-error.js';
import type { Progress } from '../progress.js';
import { projectFile } from '../project-files.js';
import { cityDataset, importedCities } from './data-folders.js';
import { removeDraft } from './finish-imports.js';
import { heldCities } from './held-cities.js';
import { readMap } from './import-map.js';
import { hasToBeAllowed, removedRows } from './import-removals.js';
import { removeEarlier, writeReports } from './import-report.js';
import { loadCommand, loadDataset } from './load.js';
import { type InputFiles, inputFiles, readInput } from './workbooks.js';

/** A workbook that was read without an error. */
export interface SoundImport {
  readonly key: string;
  readonly dataset: Dataset;
  /** The files of the dataset. */
  readonly files: ReadonlyMap<string, string>;
  /** Writes the report, where one is wanted, once what it tells of is done. */
  readonly writeReport: () => Promise<void>;
}

/** How a workbook is read. */
export interface ReadOptions {
  /** The mapping file, of a workbook that has headings of its own. */
  readonly map?: string | undefined;
  /** Where the report goes; true beside the workbook. */
  readonly report?: string | true | undefined;
  /** Where the datasets of former imports lie, with which this one is compared. */
  readonly dataDir?: string | undefined;
}

/** Reads a workbook or a folder of them, says what it gave and what was not used, and fails with every error and its cell. */
export async function readWorkbook(
  file: string,
  progress: Progress,
  { map, report, dataDir }: ReadOptions = {},
): Promise<SoundImport> {
  const mapping = map === undefined ? null : await readMap(map);
  const shared = await readSharedThings();
  const input = await inputFiles(file);
  const removing = report === undefined ? Promise.resolve() : removeEarlier(input, map, report);
  // What is wrong with the workbook comes first.
  await removing.catch(() => {});
  const { fileName, book, key, dataset, sheets, findings } = await imported(
    input,
    shared,
    mapping,
    dataDir === undefined ? [] : await heldCities(dataDir),
    report !== undefined,
  );
  const { errors, remarks } = findings;
  const sound = errors.length === 0 ? { key, ...soundDataset(dataset, shared) } : null;
  const changes = sound && dataDir !== undefined ? await changesSinceLast(sound, dataDir) : null;
  const { otherFiles } = input;
  const said = formatReport({ fileName, sheets, otherFiles, changes: changes ?? [], remarks });
  progress.say(`${said.ja}\n${said.en}`);
  const reported = { sheets, findings: findings.all, changes, said };
  const write =
    report === undefined || !book ? noReport : reporting(input, book, reported, report, { removing, progress });
  if (sound) {
    // A place to which no report can go is said before anything is loaded.
    await removing;
    return { ...sound, writeReport: write };
  }
  const wrong = errorsOf(fileName, errors);
  // What is wrong with the workbook is said, even where its report cannot be written.
  await write().catch((error: unknown) => {
    const explained = explainFileError(error);
    throw explained instanceof OperatorError
      ? OperatorError.of([wrong, explained])
      : new AggregateError([wrong, error]);
  });
  throw wrong;
}

/** What a workbook gives. Its cells are kept for a report only: a large one takes hundreds of megabytes. */
async function imported(
  input: InputFiles,
  shared: SharedThings,
  mapping: Mapping | null,
  held: readonly HeldCity[],
  isReported: boolean,
) {
  const book = await readInput(input);
  return { ...importBook(book, shared, mapping, held), fileName: book.fileName, book: isReported ? book : null };
}

const noReport = async (): Promise<void> => {};

/** Writes a report later. */
const reporting =
  (
    input: InputFiles,
    book: Book,
    reported: Reported,
    report: string | true,
    { removing, progress }: { readonly removing: Promise<void>; readonly progress: Progress },
  ) =>
  async (): Promise<void> => {
    await removing;
    await writeReports(input, book, reported, report, progress);
  };

function errorsOf(fileName: string, errors: readonly Finding[]): OperatorError {
  const lines = errors.map(formatFinding);
  return new OperatorError(
    `${fileName} に ${errors.length} 件の誤りがあるため、何も取り込んでいません。セルを直してから再実行してください。\n${lines.map(({ ja }) => `  ${ja}`).join('\n')}`,
    `Nothing was imported: ${fileName} has ${errors.length} ${errors.length === 1 ? 'problem' : 'problems'}. Correct the cells and run again.\n${lines.map(({ en }) => `  ${en}`).join('\n')}`,
  );
}

function soundDataset(dataset: LocatedDataset, shared: SharedThings): Pick<SoundImport, 'dataset' | 'files'> {
  const plain = withoutPlaces(dataset);
  const files = formatDataset(plain);
  const written = asWritten(files, shared);
  // A sheet without rows gives an empty table, for which there is no file.
  const nodes = new Map([...plain.nodes, ...written.nodes]);
  const edges = new Map([...plain.edges, ...written.edges]);
  return { dataset: withSharedThings({ ...written, nodes, edges }, shared), files };
}

/** What changes of what was imported last, in words; all is new where nothing was. */
async function changesSinceLast(
  { key, dataset }: Pick<SoundImport, 'key' | 'dataset'>,
  dataDir: string,
): Promise<readonly Description[]> {
  const folder = cityDataset(dataDir, key);
  const last = holdsDataset(folder) ? await readWholeDataset(folder) : null;
  if (last && last.problems.length > 0) return [incomparable(folder)];
  const nothing: Dataset = { nodes: new Map(), edges: new Map(), texts: new Map() };
  const before = last?.dataset ?? nothing;
  const removals = removalsToAllow(dataset, removedRows(key, before, dataset));
  return [...compareDatasets(before, dataset).map(formatChanges), ...(removals ? [hasToBeAllowed(removals)] : [])];
}

/** The dataset as a load of its folder reads it, which must find nothing wrong with what was made of sound cells. */
function asWritten(files: ReadonlyMap<string, string>, shared: SharedThings): Dataset {
  const bytes = new Map([...files].map(([name, contents]) => [name, Buffer.from(contents)]));
  const { dataset, problems } = parseDataset(bytes);
  const all = [...problems, ...validateDataset(dataset, shared)];
  if (all.length === 0) return withoutPlaces(dataset);
  const list = formatProblems(all, 50);
  throw new OperatorError(
    `ブックから作った表に ${all.length} 件の誤りがあるため、何も書き込んでいません。\n${list.ja}`,
    `Nothing was written: the tables that were made of the workbook have ${all.length} problems.\n${list.en}`,
  );
}

/** Reads a workbook without any database, and says everything that is wrong with it. */
export async function checkWorkbook(file: string, progress: Progress, options: ReadOptions = {}): Promise<void> {
  const { key, dataset, writeReport } = await readWorkbook(file, progress, options);
  await writeReport();
  const own = [...dataset.nodes.values(), ...dataset.edges.values()].flat().filter((row) => isOf(key, row));
  progress.say(
    `${file} に誤りはありません（${key}: ${own.length} 行）。\n${file} has no problem (${key}: ${own.length} rows).`,
  );
}

const isOf = (key: string, row: { readonly id?: string; readonly from?: string }) =>
  (row.id ?? row.from ?? '').startsWith(`${key}:`);

/**
 * Loads a workbook that was read, and keeps its dataset in the data folder. The files are gathered before the load and
 * put in place after it, so that a load that is refused leaves the former dataset, and one that is done is kept; the report
 * comes last.
 */
export async function importCommand(
  connection: Connection,
  { key, dataset, files, writeReport }: SoundImport,
  file: string,
  dataDir: string,
  progress: Progress,
  {
    map,
    ...options
  }: { readonly map?: string | undefined; readonly allowRemovals: boolean; readonly signal?: AbortSignal },
): Promise<void> {
  const folder = cityDataset(dataDir, key);
  const draft = draftOf(gatheringIn(folder));
  const command = ['npm run import --', file, ...(map === undefined ? [] : ['--map', map])].join(' ');
  try {
    await gatherFiles(folder, files, draft);
    await loadDataset(connection, dataset, file, progress, { origin: 'named', giveWay: false, command, ...options });
  } catch (error) {
    // Where the commit may have arrived, the next program looks whether it has, and places the files then.
    if (!(error instanceof CommitInDoubt)) await removeDraft(folder, draft);
    throw error;
  }
  await placeGathered(folder, draft);
  progress.say(`データセットは ${folder} にあります。\nThe dataset is kept in ${folder}.`);
  await writeReport();
}

/**
 * What a start of the service does for imported cities: loads those that the graph does not hold at all, as after a
 * database was lost. One that the graph holds is left alone, whatever its folder has. A folder that cannot be loaded is
 * said, and does not keep the service from starting.
 */
export async function loadCitiesAtStart(connection: Connection, dataDir: string, progress: Progress): Promise<void> {
  const keys = await importedCities(dataDir);
  if (keys.length === 0) return;
  const statements = await readLoadStatements(projectFile('cypher/load'));
  for (const key of keys) {
    const folder = cityDataset(dataDir, key);
    try {
      await finishWriting(folder);
      const [held] = await connection.read(statements.loaded, { municipality: key });
      if (held) continue;
      await loadCommand(connection, folder, progress, { origin: 'named', giveWay: true, allowRemovals: false });
    } catch (error) {
      const explained = explainFileError(error);
      if (!(explained instanceof OperatorError)) throw error;
      progress.say(`${explained.messageJa}\n${explained.message}`);
    }
  }
}
