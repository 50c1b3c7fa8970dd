/** The bytes of a body as its Content-Transfer-Encoding says (RFC 2045, 6); what is not known is taken as it stands. */
export function decodeTransfer(body: Buffer, encoding: string | undefined): Uint8Array {
  switch (encoding?.trim().toLowerCase()) {
    case 'base64':
      // Line ends and what is no digit are passed over, as the RFC asks.
      return Buffer.from(body.toString('latin1'), 'base64');
    case 'quoted-printable':
      return decodeQuotedPrintable(body);
    default:
      return body;
  }
}

const EQUALS = 0x3d;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** Quoted-printable (RFC 2045, 6.7); an equals sign that begins nothing stays as it is. */
function decodeQuotedPrintable(body: Buffer): Uint8Array {
  const output = Buffer.alloc(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    const skipped = byte === EQUALS ? softBreak(body, at + 1) : -1;
    if (skipped >= 0) {
      at += skipped;
      continue;
    }
    const high = byte === EQUALS ? hexDigit(body[at + 1]) : -1;
    const low = high < 0 ? -1 : hexDigit(body[at + 2]);
    output[length] = low < 0 ? byte : high * 16 + low;
    if (low >= 0) at += 2;
    length += 1;
  }
  return output.subarray(0, length);
}

/** How many bytes a soft line break takes after its equals sign; blanks may stand before the line's end. -1 where it is none. */
function softBreak(body: Buffer, start: number): number {
  let at = start;
  while (body[at] === 0x20 || body[at] === 0x09) at += 1;
  if (at >= body.length) return at - start;
  if (body[at] === RETURN) return at + (body[at + 1] === LINE_FEED ? 2 : 1) - start;
  return body[at] === LINE_FEED ? at + 1 - start : -1;
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  if (byte >= 0x41 && byte <= 0x46) return byte - 0x37;
  return byte >= 0x61 && byte <= 0x66 ? byte - 0x57 : -1;
}
