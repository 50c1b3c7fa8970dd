/**
 * What can be read of JSON that is cut short or holds bare control characters in its strings: the document up to the last
 * value that ended inside a list or object of the first three levels, with the open ones closed. Null where nothing is.
 */
export function rescueJson(text: string): unknown {
  const clean = text.replace(/[\0-\x1F]/g, ' ');
  const cut = lastWhole(clean);
  for (const candidate of cut === null ? [clean] : [clean, cut]) {
    try {
      return JSON.parse(candidate) as unknown;
    } catch {
      // The next candidate is shorter.
    }
  }
  return null;
}

const DEEPEST_CUT = 3;

/** The text up to the last closing bracket at a shallow depth, and what closes the rest. */
function lastWhole(text: string): string | null {
  const open: string[] = [];
  let end = 0;
  let closing = '';
  let isString = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at];
    if (isString && unit === '\\') at += 1;
    else if (unit === '"') isString = !isString;
    else if (isString) continue;
    else if (unit === '{') open.push('}');
    else if (unit === '[') open.push(']');
    else if (unit === '}' || unit === ']') {
      open.pop();
      if (open.length === 0 || open.length >= DEEPEST_CUT) continue;
      end = at + 1;
      closing = open.toReversed().join('');
    }
  }
  return end === 0 ? null : text.slice(0, end) + closing;
}
