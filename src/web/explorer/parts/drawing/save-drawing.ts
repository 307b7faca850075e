import type { Core } from 'cytoscape';
import { saveFile } from '../../client/save-as.js';
import { nameNodes } from './name-nodes.js';

const backgroundOf = () => getComputedStyle(document.body).backgroundColor;

/** What browsers draw at most, in either direction. */
const mostPixels = 16_000;

/** Names also what is out of view, for as long as it is drawn. */
function named<Picture>(core: Core, draw: () => Picture): Picture {
  nameNodes(core, { whole: true });
  try {
    return draw();
  } finally {
    nameNodes(core);
  }
}

/** The drawing as it is arranged now, whole, at twice the size of the screen. */
export async function savePng(core: Core, name: string): Promise<void> {
  const picture = await named(core, () =>
    core.png({
      output: 'blob-promise',
      full: true,
      scale: 2,
      maxWidth: mostPixels,
      maxHeight: mostPixels,
      bg: backgroundOf(),
    }),
  );
  saveFile(picture, `${name}.png`);
}

/** The same as lines and letters. */
export function saveSvg(core: Core, name: string): void {
  // cytoscape-svg adds this to what is drawn.
  const { svg } = core as Core & { svg(options: { full: boolean; bg: string }): string };
  const lines = named(core, () => svg.call(core, { full: true, bg: backgroundOf() }));
  saveFile(new Blob([lines], { type: 'image/svg+xml' }), `${name}.svg`);
}
