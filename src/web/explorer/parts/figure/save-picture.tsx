import { SaveButton, saveFile } from '../../client/save-as.js';
import { useWords } from '../../language/words.js';
import type { Key } from './legend.js';
import { type Cited, useFigureAddress } from './share-figure.js';
import { useFigureWords } from './words.js';

/** Everything that stands around the chart in its picture. */
interface Around {
  readonly title: string;
  readonly about: string;
  readonly notes: readonly string[];
  readonly legend: readonly Key[];
  readonly cited: Cited;
}

/** Saves the chart as a picture that stands alone: with its title, notes, legend, source, date and address in it. */
export function SavePicture({
  frame,
  name,
  text,
}: {
  readonly frame: { readonly current: HTMLElement | null };
  readonly name: string;
  readonly text: Around;
}) {
  const { product } = useWords();
  const words = useFigureWords();
  const { cited, ...around } = text;
  const address = useFigureAddress(cited.id);
  const picture = async () => {
    const chart = frame.current?.querySelector<SVGSVGElement>('.figure-chart svg');
    if (!chart) throw new Error('expected a chart that is drawn');
    const { pictureOf } = await import('./picture.js');
    return pictureOf(chart, {
      ...around,
      credits: [words.source(cited.documents, cited.date), `${cited.place} ${product} — ${address}`],
    });
  };
  return (
    <>
      <SaveButton
        format="PNG"
        save={async () => {
          const { pngOf } = await import('./picture.js');
          saveFile(await pngOf(await picture()), `${name}.png`);
        }}
      />
      <SaveButton
        format="SVG"
        save={async () => saveFile(new Blob([(await picture()).svg], { type: 'image/svg+xml' }), `${name}.svg`)}
      />
    </>
  );
}
