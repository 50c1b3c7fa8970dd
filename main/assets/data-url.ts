import { DocbaoError } from '../../contract/domain/result.ts';

/** What a `data:` URL may hold at most, in characters: twice the size limit of pictures leaves room for percent-encoding. */
const MAX_CHARACTERS = 40_000_000;

/** The bytes of a `data:` URL (RFC 2397). @throws DocbaoError `bad-address` where it is not one, `too-large`. */
export function dataUrlBytes(url: string): Uint8Array {
  const comma = url.indexOf(',');
  if (!/^data:/i.test(url) || comma < 0) throw new DocbaoError('bad-address', 'An inline picture is not well-formed.');
  if (url.length > MAX_CHARACTERS) throw new DocbaoError('too-large', 'An inline picture is larger than Docbao accepts.');
  const isBase64 = /;\s*base64\s*$/i.test(url.slice(5, comma));
  const payload = url.slice(comma + 1);
  if (isBase64) return Buffer.from(payload.includes('%') ? unescaped(payload).toString('latin1') : payload, 'base64');
  return unescaped(payload);
}

/** Percent-decoding that leaves a lone percent sign as it is (URL standard, percent-decode). */
function unescaped(text: string): Buffer {
  const input = Buffer.from(text, 'utf8');
  const output = Buffer.alloc(input.length);
  let length = 0;
  for (let at = 0; at < input.length; at += 1, length += 1) {
    const digits = input[at] === 0x25 ? input.toString('latin1', at + 1, at + 3) : '';
    const isEscape = /^[0-9a-f]{2}$/i.test(digits);
    output[length] = isEscape ? Number.parseInt(digits, 16) : (input[at] ?? 0);
    if (isEscape) at += 2;
  }
  return output.subarray(0, length);
}
