import { useId, useRef } from 'react';
import { useAnswer } from '../../client/use-answer.js';
import { LoadedDatasetsDocument, type SourceLinesFragment } from '../../graphql/graphql.js';
import { dayIn, useLabels } from '../../language/language.js';
import { useView } from '../../site/view.js';
import { type Column, DataTable } from '../data-table.js';
import { Section, type SectionProps } from '../section.js';
import { Chart, type Drawn } from './chart.js';
import './figure.css';
import { type Key, Legend } from './legend.js';
import { SavePicture } from './save-picture.js';
import { ShareFigure } from './share-figure.js';
import { useFigureWords } from './words.js';

/**
 * A figure that can be read, checked, cited and taken away: its title says what it shows, in words made from the data;
 * beside the picture stands the table of what is drawn, and each mark leads to its thing.
 */
export function Figure<Data, Row>({
  id,
  title,
  about,
  notes = [],
  legend = [],
  drawn,
  rows,
  columns,
  keyOf,
  sources,
  children,
  ...section
}: Omit<SectionProps, 'title' | 'actions'> & {
  /** Its name in addresses: `/figures/<id>`. */
  readonly id: string;
  /** The finding, as a sentence. */
  readonly title: string;
  /** What is drawn, and in which unit. */
  readonly about: string;
  /** How it is worked out, and what is left out. */
  readonly notes?: readonly (string | false | null)[];
  readonly legend?: readonly Key[];
  /** Null where there is nothing to draw. */
  readonly drawn: Drawn<Data> | null;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** Where what is drawn was read. */
  readonly sources: readonly SourceLinesFragment[];
}) {
  const words = useFigureWords();
  const { nameOf, language, pick } = useLabels();
  const { municipality } = useView();
  const { answer } = useAnswer(LoadedDatasetsDocument, {});
  const frame = useRef<HTMLDivElement>(null);
  const describedBy = useId();
  const documents = [...new Map(sources.map(({ document }) => [document.id, nameOf(document)])).values()];
  const dataset = answer.datasets.find((each) => each.municipality === municipality.key);
  const date = dataset ? dayIn(language, dataset.loadedAt) : null;
  const { coverage } = section;
  const told = coverage && coverage.state !== 'COMPLETE' ? pick(coverage.note, coverage.noteEn) : null;
  const said = notes.filter((note): note is string => Boolean(note));
  const cited = { id, title, place: nameOf(municipality), documents, date };
  return (
    <Section
      title={title}
      actions={
        <>
          {drawn && (
            <SavePicture
              frame={frame}
              name={id}
              text={{ title, about, notes: told ? [...said, told] : said, legend, cited }}
            />
          )}
          <ShareFigure cited={cited} />
        </>
      }
      {...section}
    >
      <p className="figure-about" id={describedBy}>
        {about}
      </p>
      {children}
      {drawn ? (
        <figure className="figure" ref={frame} aria-describedby={describedBy}>
          <Legend keys={legend} />
          <Chart {...drawn} label={title} />
        </figure>
      ) : (
        <p className="quiet-text">{words.nothing}</p>
      )}
      {said.map((note) => (
        <p key={note} className="quiet-text">
          {note}
        </p>
      ))}
      {documents.length > 0 && <p className="quiet-text">{words.source(documents, date)}</p>}
      {rows.length > 0 && (
        <details className="figure-table">
          <summary>{words.table(rows.length)}</summary>
          <DataTable rows={rows} columns={columns} keyOf={keyOf} label={about} />
        </details>
      )}
    </Section>
  );
}
