/** The address under which a page's picture is kept, for an address as the page writes it; null where the file does not hold it. */
export type HeldAddress = (written: string) => string | null;

/** A tag with its attributes; bounded, so that a quote without an end costs nothing. */
const TAG = /<(img|source|video)\b((?:[^>"']|"[^"]{0,4000}"|'[^']{0,4000}'){0,400})>/gi;
const ATTRIBUTE = /([^\s"'=<>/]{1,80})(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
/** Attributes of a lazy loader or of other sizes: none of them counts where the picture itself is here. */
const OTHER_SOURCE = /^(?:srcset|sizes|original|lazy-src|file|loading)$|^data-(?!.*(?:caption|title|desc|credit|width|height))/i;

interface Attribute {
  readonly name: string;
  readonly value: string;
}

/**
 * Has the pictures of a saved page point to what was saved with it. A picture that is here loses its other addresses, so that
 * nothing prefers one that is not; of `<source>` only what is here stays.
 */
export function pointToHeld(html: string, held: HeldAddress): string {
  return html.replace(TAG, (tag, name: string, inside: string) => {
    const attributes = readAttributes(inside);
    switch (name.toLowerCase()) {
      case 'img':
        return imageTag(attributes, held) ?? tag;
      case 'source':
        return sourceTag(attributes, held) ?? tag;
      default:
        return posterTag(attributes, held) ?? tag;
    }
  });
}

function imageTag(attributes: readonly Attribute[], held: HeldAddress): string | null {
  const address = valueOf(attributes, 'src', held) ?? firstHeld(attributes, held);
  if (address === null) return null;
  const others = attributes.filter(({ name }) => name !== 'src' && !OTHER_SOURCE.test(name));
  return writeTag('img', [{ name: 'src', value: address }, ...others]);
}

/** Null leaves the tag; a film's own source is none of our business. */
function sourceTag(attributes: readonly Attribute[], held: HeldAddress): string | null {
  if (!attributes.some(({ name }) => name === 'srcset' || name === 'data-srcset')) return null;
  const address = firstHeld(attributes, held);
  return address === null ? '' : writeTag('source', [{ name: 'srcset', value: address }]);
}

function posterTag(attributes: readonly Attribute[], held: HeldAddress): string | null {
  const address = valueOf(attributes, 'poster', held);
  return address === null ? null : writeTag('video', [{ name: 'poster', value: address }, ...attributes.filter(({ name }) => name !== 'poster')]);
}

function valueOf(attributes: readonly Attribute[], wanted: string, held: HeldAddress): string | null {
  const value = attributes.find(({ name }) => name === wanted)?.value ?? '';
  return value === '' ? null : held(value);
}

/** The first address here of those that a `srcset` or a lazy loader's attribute names. */
function firstHeld(attributes: readonly Attribute[], held: HeldAddress): string | null {
  for (const { name, value } of attributes) {
    if (!/^(?:srcset|data-.*)$/.test(name) || value.length > 20_000) continue;
    for (const candidate of value.split(/,\s+|,$/, 40)) {
      const address = held(candidate.trim().split(/\s+/, 1)[0] ?? '');
      if (address !== null) return address;
    }
  }
  return null;
}

function readAttributes(inside: string): Attribute[] {
  return [...inside.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => ({ name: name.toLowerCase(), value: unescape(double ?? single ?? bare ?? '') }));
}

function writeTag(name: string, attributes: readonly Attribute[]): string {
  return `<${name} ${attributes.map((attribute) => `${attribute.name}="${escape(attribute.value)}"`).join(' ')}>`;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' };

function unescape(value: string): string {
  return value.replace(/&(amp|quot|apos|lt|gt|#\d{1,6}|#x[0-9a-f]{1,5});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function escape(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
