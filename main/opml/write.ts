import type { OpmlSubscription } from './read.ts';

interface Branch {
  readonly folders: Map<string, Branch>;
  readonly subscriptions: OpmlSubscription[];
}

/**
 * Writes an OPML 2.0 subscription list (opml.org/spec2), folders nested, in the order given.
 *
 * @param options.createdAt epoch milliseconds
 */
export function writeOpml(
  subscriptions: readonly OpmlSubscription[],
  options: { readonly title: string; readonly createdAt: number },
): string {
  const root: Branch = { folders: new Map(), subscriptions: [] };
  for (const subscription of subscriptions) branchAt(root, subscription.folders).subscriptions.push(subscription);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head>',
    `    <title>${escape(options.title)}</title>`,
    `    <dateCreated>${new Date(options.createdAt).toUTCString()}</dateCreated>`,
    '  </head>',
    '  <body>',
    ...writeBranch(root, '    '),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function branchAt(root: Branch, folders: readonly string[]): Branch {
  let branch = root;
  for (const name of folders) {
    const next = branch.folders.get(name) ?? { folders: new Map(), subscriptions: [] };
    branch.folders.set(name, next);
    branch = next;
  }
  return branch;
}

function writeBranch(branch: Branch, indent: string): string[] {
  const lines: string[] = [];
  for (const [name, inner] of branch.folders) {
    lines.push(`${indent}<outline text="${escape(name)}" title="${escape(name)}">`);
    lines.push(...writeBranch(inner, `${indent}  `));
    lines.push(`${indent}</outline>`);
  }
  for (const { feedUrl, title, siteUrl } of branch.subscriptions) {
    const name = escape(title === '' ? feedUrl : title);
    const site = siteUrl === null ? '' : ` htmlUrl="${escape(siteUrl)}"`;
    lines.push(`${indent}<outline type="rss" text="${name}" title="${name}" xmlUrl="${escape(feedUrl)}"${site}/>`);
  }
  return lines;
}

/** Text for an attribute or element: XML's own characters escaped, those that XML can't have left out. */
function escape(text: string): string {
  return text
    .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Cs}/gu, '')
    .replace(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
