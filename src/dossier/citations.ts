/** The sources of a page: its documents are numbered, and entries cite the number with the lines or cells. */
import { groupBy } from '../group-by.js';
import { cellsInWords } from '../labels/cells.js';
import type { DossierPageQuery } from './graphql/graphql.js';
import { escaped, type Language, languageMark } from './html.js';
import { stageName } from './section.js';

/** A source as the page asks for it. */
type ShownSource = NonNullable<DossierPageQuery['dossier']>['sections'][number]['entries'][number]['sources'][number];

export interface Citations {
  /** The sources as a list: "[2] 132–133行（素案）", "[3] セル F12"; those of one document and the same stages stand together. */
  cite(sources: readonly ShownSource[]): string;
  /** The documents cited, in the order of their numbers. */
  documents(): string;
}

/** Numbers the documents of sources in the order in which a page mentions them. */
export function citationsOf(all: readonly ShownSource[], language: Language): Citations {
  const documents = [...new Map(all.map(({ document }) => [document.id, document])).values()];
  const numberOf = new Map(documents.map(({ id }, index) => [id, index + 1]));
  const listed = ({ number, stages, isOfCells, places }: ReturnType<typeof citationsByDocument>[number]): string => {
    const words = stages.map((stage) => stageName(stage)[language]);
    const among = words.length === 0 ? '' : language === 'ja' ? `（${words.join('・')}）` : ` (${words.join(', ')})`;
    const ofLines = language === 'ja' ? `${places.join('、')}行` : `l. ${places.join(', ')}`;
    const at = isOfCells ? cellsInWords(places.join(','))[language] : ofLines;
    return `<li><a href="#document-${number}">[${number}]</a> ${escaped(at + among)}</li>`;
  };
  return {
    cite: (sources) => `<ul>${citationsByDocument(sources, numberOf).map(listed).join('')}</ul>`,
    documents: () =>
      documents
        .map((document, index) => {
          const name = language === 'ja' ? document.name : (document.nameEn ?? document.name);
          const mark = languageMark(name, language);
          return `<li id="document-${index + 1}">[${index + 1}] <span${mark}>${escaped(name)}</span></li>`;
        })
        .join('\n'),
  };
}

/** The lines or cells of each document in their order, those that the same stages print together. */
function citationsByDocument(sources: readonly ShownSource[], numberOf: ReadonlyMap<string, number>) {
  const inOrder = [...sources]
    .sort((a, b) => a.firstLine - b.firstLine || a.lastLine - b.lastLine)
    .map(({ stage, firstLine, lastLine, cells, document }) => ({
      number: numberOf.get(document.id) ?? 0,
      isOfCells: cells !== null,
      place: cells ?? (firstLine === lastLine ? `${firstLine}` : `${firstLine}–${lastLine}`),
      stage,
    }));
  const cited = [...groupBy(inOrder, ({ number, place }) => `${number} ${place}`).values()].map((group) => ({
    ...group[0],
    stages: group.flatMap(({ stage }) => stage ?? []),
  }));
  return [...groupBy(cited, ({ number, isOfCells, stages }) => [number, isOfCells, ...stages].join(' ')).values()]
    .map((group) => ({ ...group[0], places: group.map(({ place }) => place) }))
    .sort((a, b) => a.number - b.number);
}
