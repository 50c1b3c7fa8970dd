import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { offsetIn, readFrameText } from '../../../renderer/features/reader/frame-text.ts';
import { sentenceAt, sentencesIn, spokenOf, voiceFor, voicesFor, wordAt } from '../../../renderer/features/reader/speech-text.ts';

function sentencesOf(text: string): readonly string[] {
  return sentencesIn(text, 'vi').map(({ start, end }) => text.slice(start, end));
}

describe('the sentences that are read aloud', () => {
  it('end at full stops and at lines, without the space around them', () => {
    expect(sentencesOf('Tựa của bài\nCâu một. Câu hai!  Câu ba?\n')).toEqual(['Tựa của bài', 'Câu một.', 'Câu hai!', 'Câu ba?']);
    expect(sentencesOf('  \n ')).toEqual([]);
  });
});

describe('what is said of a sentence', () => {
  const { document } = parseHTML('<!doctype html><html><body><article><p>Mực nước <b>sông</b> Hồng<a role="doc-noteref">[1]</a> dâng cao. Hết.</p></article></body></html>');
  const frame = readFrameText(document.querySelectorAll('article'));
  const [sentence = { start: 0, end: 0 }] = sentencesIn(frame.text, 'vi');
  const spoken = spokenOf(frame, sentence);
  const word = (charIndex: number, charLength: number): string | null => {
    const found = wordAt(spoken, charIndex, charLength, 'vi');
    return found === null ? null : frame.text.slice(found.start, found.end);
  };

  it('leaves out the marks of notes', () => {
    expect(spoken.text).toBe('Mực nước sông Hồng dâng cao.');
  });

  it('is followed word by word, over the mark of a note, too', () => {
    expect(word(9, 4)).toBe('sông');
    expect(word(spoken.text.indexOf('dâng'), 4)).toBe('dâng');
    expect(word(14, 5)).toBe('Hồng');
  });

  it('is followed by voices that say only where a word begins, and by none beyond its end', () => {
    expect(word(9, 0)).toBe('sông');
    expect(word(27, 0)).toBeNull();
    expect(word(300, 4)).toBeNull();
  });
});

describe('a place in the text', () => {
  const { document } = parseHTML('<!doctype html><html><body><article><p>Câu một. Câu hai.</p><p>Câu ba.</p></article></body></html>');
  const frame = readFrameText(document.querySelectorAll('article'));
  const sentences = sentencesIn(frame.text, 'vi');

  it('is in a sentence, or before the one that begins next', () => {
    const [first] = frame.nodes;
    expect(sentenceAt(sentences, offsetIn(frame, first?.node ?? document, 12))).toBe(1);
    expect(sentenceAt(sentences, 17)).toBe(2);
    expect(sentenceAt(sentences, 99)).toBe(2);
  });
});

describe('the voice that reads', () => {
  const voice = (lang: string, isDefault = false, localService = true, name = lang) => ({ lang, name, voiceURI: `voice:${name}`, default: isDefault, localService });

  it('speaks the language, the system’s choice first', () => {
    expect(voiceFor([voice('en-US', true), voice('vi-VN'), voice('vi_VN', true)], 'vi')).toEqual(voice('vi_VN', true));
    expect(voiceFor([voice('en-GB'), voice('en-US')], 'en-AU')).toEqual(voice('en-GB'));
  });

  it('is the one that was chosen, as long as the system has it', () => {
    const voices = [voice('vi-VN', true, true, 'An'), voice('vi-VN', false, true, 'Linh')];
    expect(voiceFor(voices, 'vi', 'voice:Linh')?.name).toBe('Linh');
    expect(voiceFor(voices, 'vi', 'voice:Hoa')?.name).toBe('An');
    expect(voiceFor([voice('en-US')], 'vi', 'voice:en-US')).toBeNull();
  });

  it('is chosen from those of the language, by name', () => {
    const voices = [voice('vi-VN', true, true, 'Linh'), voice('en-US'), voice('vi_VN', false, true, 'An'), voice('vi-VN', false, false, 'Net')];
    expect(voicesFor(voices, 'vi').map(({ name }) => name)).toEqual(['An', 'Linh']);
  });

  it('is none of another language, and none that needs the network', () => {
    expect(voiceFor([voice('en-US', true)], 'vi')).toBeNull();
    expect(voiceFor([voice('vi-VN', true, false)], 'vi')).toBeNull();
  });
});
