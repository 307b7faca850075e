/** Prints the dataset that a workbook gives, and what is said of it: `print-dataset.ts <file>`. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { formatDataset } from '../../../src/ingest/dataset/format.js';
import { withoutPlaces } from '../../../src/ingest/dataset/located-dataset.js';
import { readSharedThings } from '../../../src/ingest/dataset/shared-things.js';
import { importBook } from '../../../src/ingest/workbook/build.js';
import { formatFinding } from '../../../src/ingest/workbook/findings.js';
import { readBook } from '../../../src/ingest/workbook/read-book.js';

const [, , file = ''] = process.argv;
const book = await readBook(await readFile(file), basename(file));
const { dataset, findings } = importBook(book, await readSharedThings(), null);
const said = [...findings.errors, ...findings.remarks].map((finding) => formatFinding(finding).ja);
process.stdout.write(JSON.stringify({ said, tables: [...formatDataset(withoutPlaces(dataset))] }, null, 2));
