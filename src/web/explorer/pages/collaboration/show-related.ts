/** How much is left of what has nothing to do with what is pointed at. */
const faded = '0.2';

interface Line {
  readonly from: string;
  readonly to: string;
}

/**
 * While a department or a line is pointed at or has the focus, all that is not joined to it fades. The links of the picture
 * are those of `dots` and then those of `lines`; what is drawn of them has the classes `network-*`, in the same order but for names.
 */
export function showRelated(
  picture: Element,
  dots: readonly { readonly id: string; readonly side: string }[],
  lines: readonly Line[],
): void {
  const links = [...picture.querySelectorAll('a')];
  const drawn = (name: string, child: string) => [...picture.querySelectorAll(`.network-${name} > ${child}`)];
  const shapes = { lines: drawn('line', 'path'), dots: drawn('dot', 'circle'), names: drawn('name', 'text') };
  // Names are drawn one side after the other.
  const named = [...dots.filter(({ side }) => side === 'right'), ...dots.filter(({ side }) => side === 'left')];
  const fade = (shape: Element | undefined, isFaded: boolean) => {
    if (isFaded) shape?.setAttribute('opacity', faded);
    else shape?.removeAttribute('opacity');
  };
  const show = (target: EventTarget | null) => {
    const at = links.indexOf((target as Element | null)?.closest('a') as HTMLAnchorElement);
    const id = dots[at]?.id;
    const line = lines[at - dots.length];
    const kept = new Set(lines.filter((each) => each === line || each.from === id || each.to === id));
    const ids = new Set([...kept].flatMap(({ from, to }) => [from, to]));
    const isAll = id === undefined && line === undefined;
    const stays = (each: string) => isAll || each === id || ids.has(each);
    lines.forEach((each, index) => {
      fade(shapes.lines[index], !isAll && !kept.has(each));
    });
    dots.forEach((each, index) => {
      fade(shapes.dots[index], !stays(each.id));
    });
    named.forEach((each, index) => {
      fade(shapes.names[index], !stays(each.id));
    });
  };
  for (const event of ['pointerover', 'focusin']) picture.addEventListener(event, ({ target }) => show(target));
  for (const event of ['pointerleave', 'focusout']) picture.addEventListener(event, () => show(null));
}
