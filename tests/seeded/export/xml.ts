export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string => {
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(text)) throw new Error(`expected escaped text, but got: ${text}`);
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_, number, name) =>
    number ? String.fromCodePoint(Number(number)) : (entities[name] ?? ''),
  );
};

/** Reads XML of elements, attributes and text, and fails on anything that is not well formed: no library here reads any. */
export function readXml(source: string): XmlElement {
  const token = /<\?xml[^>]*\?>\s*|<(\/?)([\w.:-]+)((?:\s+[\w.:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  const root = { name: '', attributes: {}, children: [] as XmlElement[], text: '' };
  const open = [root];
  while (token.lastIndex < source.length) {
    const at = token.lastIndex;
    const match = token.exec(source);
    if (!match) throw new Error(`expected XML at ${at}, but got: ${source.slice(at, at + 60)}`);
    const [, closing, name, given, empty, text] = match;
    const current = open.at(-1);
    if (!current) throw new Error(`expected nothing behind the root, but got: ${match[0]}`);
    if (text !== undefined) current.text += unescaped(text);
    if (name === undefined) continue;
    if (closing) {
      if (current.name !== name) throw new Error(`expected </${current.name}>, but got </${name}>`);
      open.pop();
      continue;
    }
    const pairs = [...(given ?? '').matchAll(/([\w.:-]+)="([^"]*)"/g)].map(([, key, value]) => [
      key,
      unescaped(value ?? ''),
    ]);
    if (new Set(pairs.map(([key]) => key)).size < pairs.length)
      throw new Error(`expected each attribute once: ${given}`);
    const element = { name, attributes: Object.fromEntries(pairs), children: [], text: '' };
    current.children.push(element);
    if (!empty) open.push(element);
  }
  const [only, ...others] = root.children;
  if (!only || others.length > 0 || open.length > 1) throw new Error('expected one root element, closed');
  return only;
}
