import { describe, expect, it } from 'vitest';
import { sentencesIn, voiceFor } from '../../../renderer/features/reader/speech-text.ts';

function sentencesOf(text: string): readonly string[] {
  return sentencesIn(text, 'vi').map(({ start, end }) => text.slice(start, end));
}

describe('the sentences that are read aloud', () => {
  it('end at full stops and at lines, without the space around them', () => {
    expect(sentencesOf('Tựa của bài\nCâu một. Câu hai!  Câu ba?\n')).toEqual(['Tựa của bài', 'Câu một.', 'Câu hai!', 'Câu ba?']);
    expect(sentencesOf('  \n ')).toEqual([]);
  });
});

describe('the voice that reads', () => {
  const voice = (lang: string, isDefault = false, localService = true) => ({ lang, default: isDefault, localService });

  it('speaks the language, the system’s choice first', () => {
    expect(voiceFor([voice('en-US', true), voice('vi-VN'), voice('vi_VN', true)], 'vi')).toEqual(voice('vi_VN', true));
    expect(voiceFor([voice('en-GB'), voice('en-US')], 'en-AU')).toEqual(voice('en-GB'));
  });

  it('is none of another language, and none that needs the network', () => {
    expect(voiceFor([voice('en-US', true)], 'vi')).toBeNull();
    expect(voiceFor([voice('vi-VN', true, false)], 'vi')).toBeNull();
  });
});
