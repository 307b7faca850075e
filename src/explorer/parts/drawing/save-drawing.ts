import type { Core } from 'cytoscape';
import { keepFile } from '../../asking/keep-file.js';

const backgroundOf = () => getComputedStyle(document.body).backgroundColor;

/** The drawing as it is arranged now, whole, at twice the size of the screen. */
export async function savePng(core: Core, name: string): Promise<void> {
  keepFile(await core.png({ output: 'blob-promise', full: true, scale: 2, bg: backgroundOf() }), `${name}.png`);
}

/** The same as lines and letters. */
export function saveSvg(core: Core, name: string): void {
  // cytoscape-svg adds this to what is drawn.
  const { svg } = core as Core & { svg(options: { full: boolean; bg: string }): string };
  keepFile(new Blob([svg.call(core, { full: true, bg: backgroundOf() })], { type: 'image/svg+xml' }), `${name}.svg`);
}
