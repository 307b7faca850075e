/**
 * Draws what previews of links show of each kind of page, with the browser of the tests, into `src/web/explorer/previews`:
 * `node --import ./tests/typescript.mjs scripts/previews.ts`, after a change of titles in `src/labels/pages.ts`.
 */
import { mkdir } from 'node:fs/promises';
import { type Page, pages, product } from '../src/labels/pages.js';
import { projectFile } from '../src/project-files.js';
import { launchBrowser } from '../tests/seeded/browser/chromium.js';
import { motifs } from './preview-motifs.js';

/** Titles that say more of what there is than those of the pages, which a name stands before. */
const titles: Readonly<Partial<Record<Page, readonly [string, string]>>> = {
  things: ['施策・部署・指標', 'Measures, departments, indicators'],
};

const folder = projectFile('src/web/explorer/previews');
await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
try {
  // The size that the Open Graph protocol's readers show whole.
  const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
  for (const [name, motif] of Object.entries(motifs)) {
    const title = titles[name as Page] ?? pages[name as Page].title;
    await page.setContent(`<!doctype html><html lang="ja"><style>
      body { margin: 0; width: 1200px; height: 616px; border-bottom: 14px solid #1f5fa8; background: #f7f8f9; color: #1b1f23;
        font-family: "Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", sans-serif; position: relative; }
      div { position: absolute; left: 80px; top: 190px; width: 560px; }
      h1 { margin: 0; font-size: 72px; line-height: 1.25; word-break: auto-phrase; }
      p { margin: 8px 0 0; font-size: 36px; color: #57606a; }
      p + p { margin-top: 56px; font-size: 30px; color: #1b1f23; }
      svg { position: absolute; left: 660px; top: 70px; }
    </style><body>
      <div><h1>${title[0]}</h1>${title[0] === title[1] ? '' : `<p>${title[1]}</p>`}<p>${product.join(' / ')}</p></div>
      <svg width="480" height="460" viewBox="0 0 480 460">${motif}</svg>
    </body></html>`);
    await page.screenshot({ path: `${folder}/${name}.png` });
  }
} finally {
  await browser.close();
}
