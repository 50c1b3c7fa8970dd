/** The byte of every character that windows-1258 has. */
function table(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('windows-1258');
  return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
}

const BYTES = table();
const TONES = '\u0300\u0309\u0303\u0301\u0323';

/** Encodes as windows-1258 does: letters with circumflex, breve or horn in one byte, most tones in another after it. */
export function encode1258(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text.normalize('NFC')) {
    const whole = BYTES.get(character);
    const parts = [...character.normalize('NFD')];
    const tone = parts.find((part) => TONES.includes(part));
    const letter = parts.filter((part) => part !== tone).join('').normalize('NFC');
    const known = whole === undefined ? [BYTES.get(letter), tone === undefined ? undefined : BYTES.get(tone)] : [whole];
    const found = known.filter((byte) => byte !== undefined);
    if (found.length === 0) throw new Error(`windows-1258 has no ${character}`);
    bytes.push(...found);
  }
  return Uint8Array.from(bytes);
}
