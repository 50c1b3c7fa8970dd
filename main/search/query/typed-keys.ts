/** What Vietnamese input methods make of keys: for words typed while the method was off (`baauf cuwr`, `bau2 cu73`). */

const CIRCUMFLEX = '\u0302';
const BREVE = '\u0306';
const HORN = '\u031b';
const TELEX_TONES: Readonly<Record<string, string>> = { f: '\u0300', s: '\u0301', x: '\u0303', r: '\u0309', j: '\u0323' };
const VNI_TONES: Readonly<Record<string, string>> = { 1: '\u0301', 2: '\u0300', 3: '\u0309', 4: '\u0303', 5: '\u0323' };

/** A word typed in Telex as its letters; null where it is none. */
export function readTelex(word: string): string | null {
  if (!/^[a-z]{2,9}$/u.test(word)) return null;
  const tone = /^(.*[aeiouyw].*?)([sfrxj])([a-z]*)$/u.exec(word);
  const hasTone = tone !== null && !/[sfrxj]/u.test(tone[3] ?? '');
  const letters = hasTone ? `${tone[1] ?? ''}${tone[3] ?? ''}` : word;
  const shaped = shapeTelex(letters);
  if (shaped === null) return null;
  return shaped === word && !hasTone ? null : withTone(shaped, hasTone ? (TELEX_TONES[tone[2] ?? ''] ?? '') : '');
}

/** Doubled letters and `w` as circumflex, đ, horn and breve. */
function shapeTelex(letters: string): string | null {
  let shaped = letters.replace(/^d(.*)d/u, 'đ$1').replace('dd', 'đ');
  for (const vowel of 'aeo') {
    shaped = shaped.replace(new RegExp(`${vowel}([a-z]*?)${vowel}`, 'u'), `${vowel}${CIRCUMFLEX}$1`);
  }
  shaped = shaped.replace(/uw?ow/u, `u${HORN}o${HORN}`);
  const w = shaped.indexOf('w');
  if (w < 0) return shaped;
  const rest = shaped.slice(0, w) + shaped.slice(w + 1);
  if (rest.includes('w') || !/[aou]/u.test(rest)) return null;
  if (rest.includes('uo')) return rest.replace('uo', `u${HORN}o${HORN}`);
  const last = Math.max(...['a', 'o', 'u'].map((vowel) => shaped.slice(0, w).lastIndexOf(vowel)));
  if (last < 0) return null;
  return `${rest.slice(0, last + 1)}${rest.charAt(last) === 'a' ? BREVE : HORN}${rest.slice(last + 1)}`;
}

/** A word typed in VNI as its letters; null where it is none. */
export function readVni(word: string): string | null {
  if (!/^[a-z][a-z1-9]{1,11}$/u.test(word) || !/\d/u.test(word)) return null;
  let letters = '';
  let tone = '';
  for (const key of word) {
    if (/[a-z]/u.test(key)) letters += key;
    else if (VNI_TONES[key] !== undefined) tone = VNI_TONES[key];
    else {
      const shaped = shapeVni(letters, key);
      if (shaped === null) return null;
      letters = shaped;
    }
  }
  return withTone(letters, tone);
}

function shapeVni(letters: string, key: string): string | null {
  if (key === '9') return letters.includes('d') ? letters.replace('d', 'đ') : null;
  if (key === '7' && letters.includes('uo')) return letters.replace('uo', `u${HORN}o${HORN}`);
  const [vowels, mark] = key === '6' ? ['aeo', CIRCUMFLEX] : key === '7' ? ['ou', HORN] : ['a', BREVE];
  const at = Math.max(...[...vowels].map((vowel) => letters.lastIndexOf(vowel)));
  return at < 0 ? null : letters.slice(0, at + 1) + mark + letters.slice(at + 1);
}

/** Puts a tone on the first vowel: where it stands does not matter to search. */
function withTone(letters: string, tone: string): string | null {
  if (tone === '') return letters.normalize('NFC');
  const vowel = /^.*?[aeiouy]\p{M}*/u.exec(letters)?.[0];
  return vowel === undefined ? null : (vowel + tone + letters.slice(vowel.length)).normalize('NFC');
}
