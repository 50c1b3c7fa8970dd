/**
 * Namespace URIs to the prefix by which the rest of the parser knows them. RSS of every age and no namespace at all are
 * the empty prefix. A prefix that was never declared is taken by its usual meaning.
 */
const URIS: readonly (readonly [uri: string, prefix: string])[] = [
  ['http://www.w3.org/2005/atom', 'atom'],
  ['http://purl.org/atom/ns#', 'atom'],
  ['http://purl.org/atom/ns', 'atom'],
  ['http://www.w3.org/atom/ns#', 'atom'],
  ['http://purl.org/rss/1.0/', ''],
  ['http://my.netscape.com/rdf/simple/0.9/', ''],
  ['http://channel.netscape.com/rdf/simple/0.9/', ''],
  ['http://my.netscape.com/publish/formats/rss-0.91.dtd', ''],
  ['http://backend.userland.com/rss', ''],
  ['http://backend.userland.com/rss2', ''],
  ['http://blogs.law.harvard.edu/tech/rss', ''],
  ['http://cyber.law.harvard.edu/rss/rss.html', ''],
  ['http://www.rssboard.org/rss-specification', ''],
  ['http://purl.org/net/rss1.1#', ''],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/elements/1.0/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://purl.org/rss/1.0/modules/content/', 'content'],
  ['http://purl.org/rss/1.0/modules/syndication/', 'sy'],
  ['http://purl.org/rss/1.0/modules/slash/', 'slash'],
  ['http://search.yahoo.com/mrss/', 'media'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://example.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://www.w3.org/xml/1998/namespace', 'xml'],
  ['http://prismstandard.org/namespaces/basic/2.0/', 'prism'],
  ['http://prismstandard.org/namespaces/1.2/basic/', 'prism'],
];

const PREFIX_OF: ReadonlyMap<string, string> = new Map(URIS);

/** Usual prefixes of other spellings. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['a10', 'atom'],
  ['dct', 'dcterms'],
  ['mrss', 'media'],
  ['rss', ''],
]);

/** The declarations in force at some element, with the names already worked out under them. */
export interface NamespaceScope {
  readonly declared: ReadonlyMap<string, string>;
  readonly names: Map<string, string>;
}

export const ROOT_SCOPE_DECLARED: ReadonlyMap<string, string> = new Map();

/** The scope inside an element with these attributes: the same one where it declares nothing. */
export function enterScope(scope: NamespaceScope, attributes: Readonly<Record<string, string>>): NamespaceScope {
  let declared: Map<string, string> | null = null;
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue;
    const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : null;
    if (prefix === null) continue;
    declared ??= new Map(scope.declared);
    declared.set(prefix, (attributes[name] ?? '').trim().toLowerCase());
  }
  return declared === null ? scope : { declared, names: new Map() };
}

/** The name of an element or prefixed attribute as the parser knows it, lower case: `title`, `atom:link`, `dc:date`. */
export function canonicalName(scope: NamespaceScope, name: string): string {
  const known = scope.names.get(name);
  if (known !== undefined) return known;
  const canonical = resolveName(scope, name);
  scope.names.set(name, canonical);
  return canonical;
}

function resolveName(scope: NamespaceScope, name: string): string {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const local = colon < 0 ? name : name.slice(colon + 1);
  const uri = scope.declared.get(prefix);
  const known = uri === undefined || uri === '' ? undefined : PREFIX_OF.get(uri);
  const canonical = known ?? ALIASES.get(prefix) ?? prefix;
  return canonical === '' ? local : `${canonical}:${local}`;
}
