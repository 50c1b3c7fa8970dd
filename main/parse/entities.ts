const DECLARATION = /<!ENTITY\s+([A-Za-z_][\w.-]{0,60})\s+(?:"([^"<&%]{0,500})"|'([^'<&%]{0,500})')\s*>/g;
const MOST_DECLARATIONS = 100;
const MOST_REPLACEMENTS = 10_000;

/**
 * A document from its root element on, with the entities that its DOCTYPE declares put in. Only entities of plain text
 * are known (no markup, no references in them), each is put in once, and only so many times: nothing can grow by more
 * than a constant (CVE-2012-2921 and its like). What is not known stays as written.
 */
export function expandEntities(text: string, rootAt: number): string {
  const body = text.slice(rootAt);
  if (text.lastIndexOf('<!ENTITY', rootAt) < 0) return body;
  const values = new Map<string, string>();
  for (const [, name, inDouble, inSingle] of text.slice(0, rootAt).matchAll(DECLARATION)) {
    if (values.size < MOST_DECLARATIONS) values.set(name ?? '', inDouble ?? inSingle ?? '');
  }
  if (values.size === 0) return body;
  let replacements = 0;
  return body.replace(/&([A-Za-z_][\w.-]{0,60});/g, (whole, name: string) => {
    const value = values.get(name);
    replacements += 1;
    return value === undefined || replacements > MOST_REPLACEMENTS ? whole : value;
  });
}
