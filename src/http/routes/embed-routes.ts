import { Router } from 'express';
import { figures, isFigureName, product } from '../../labels/pages.js';
import { badInput, Refusal } from '../../refusal.js';
import { languageIn, parametersIn } from './parameters.js';
import { originOf } from './sending.js';

/** As wide and as high as a figure is shown where nothing else is asked for, in pixels. */
const size = { width: 800, height: 700 };
/** Narrower, figures scroll. */
const narrowest = 280;

/**
 * `/oembed?url=…`: how a figure is embedded, for programs that make a frame of a link (oEmbed 1.0, https://oembed.com). JSON
 * only. Without origins in which figures may stand there is none.
 */
export function embedRoutes(origins: readonly string[]): Router {
  const router = Router();
  router.get('/oembed', (request, response) => {
    if (origins.length === 0) throw new Refusal('NOT_FOUND');
    const { url = '', format = 'json', ...sizes } = parametersIn(request, ['url', 'format', 'maxwidth', 'maxheight']);
    if (format !== 'json') throw badInput('format: expected json.', 'formatに指定できるのはjsonだけです。');
    const own = originOf(request);
    const address = URL.canParse(url) ? new URL(url) : null;
    const [, page, name = ''] = address?.pathname.split('/') ?? [];
    if (!address || address.origin !== own || !(page === 'figures' || page === 'embed')) throw noFigure();
    if (!isFigureName(name)) throw noFigure();
    const language = languageIn({ lang: address.searchParams.get('lang') ?? 'ja' });
    const index = language === 'ja' ? 0 : 1;
    const [width, height] = [within(sizes.maxwidth, size.width), within(sizes.maxheight, size.height)];
    const title = figures[name][index];
    const source = `${own}/embed/${name}${address.search}`;
    response.set('cache-control', 'no-cache').json({
      version: '1.0',
      type: 'rich',
      title,
      provider_name: product[index],
      provider_url: own,
      width,
      height,
      html: `<iframe src="${source.replaceAll('&', '&amp;').replaceAll('"', '%22')}" title="${title}" width="${width}" height="${height}" loading="lazy" style="border:0"></iframe>`,
    });
  });
  return router;
}

const within = (asked: string | undefined, usual: number): number =>
  asked !== undefined && /^\d{1,5}$/.test(asked) ? Math.max(narrowest, Math.min(usual, Number(asked))) : usual;

const noFigure = () =>
  new Refusal(
    'NOT_FOUND',
    `url: expected the address of a figure of this service, /figures/ with one of: ${Object.keys(figures).join(', ')}.`,
    `urlにはこのサービスの図のアドレス（/figures/に続けて${Object.keys(figures).join('、')}のいずれか）を指定してください。`,
  );
