/** What an input method's keys are for each combining mark. */
interface Keys {
  readonly marks: Readonly<Record<string, (vowel: string) => string>>;
  readonly crossedD: string;
}

const same = (key: string) => (): string => key;

export const TELEX: Keys = {
  marks: {
    '\u0302': (vowel) => vowel, '\u0306': same('w'), '\u031b': same('w'),
    '\u0300': same('f'), '\u0301': same('s'), '\u0303': same('x'), '\u0309': same('r'), '\u0323': same('j'),
  },
  crossedD: 'dd',
};

export const VNI: Keys = {
  marks: {
    '\u0302': same('6'), '\u0306': same('8'), '\u031b': same('7'),
    '\u0300': same('2'), '\u0301': same('1'), '\u0303': same('4'), '\u0309': same('3'), '\u0323': same('5'),
  },
  crossedD: 'd9',
};

const TONES = '\u0300\u0301\u0303\u0309\u0323';

/** A word as the keys that a person types for it, the tone last, while the input method is off. */
export function keysOf(word: string, { marks, crossedD }: Keys): string {
  let keys = '';
  let tone = '';
  for (const letter of word.toLowerCase().normalize('NFD')) {
    const mark = marks[letter];
    if (letter === 'đ') keys += crossedD;
    else if (mark === undefined) keys += letter;
    else if (TONES.includes(letter)) tone = mark('');
    else keys += mark(keys.at(-1) ?? '');
  }
  return keys + tone;
}
