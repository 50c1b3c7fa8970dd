import type { Messages } from '../messages.ts';

/** The words of reading aloud, in English. */
export const enSpeech: Messages['speech'] = {
  start: 'Read aloud',
  fromHere: 'Read aloud from here',
  label: 'Reading aloud',
  pause: 'Pause',
  resume: 'Resume',
  stop: 'Stop reading aloud',
  next: 'Next sentence',
  previous: 'Previous sentence',
  hearNext: 'Hear the next sentence',
  hearPrevious: 'Hear the previous sentence again',
  rate: (rate) => `Speed ${rate}`,
  finished: 'That was the last article in the list.',
  failed: 'The system’s voice stopped in the middle. Start reading aloud again.',
  noVoice: (language) => `This computer has no voice for ${language}. Add one in the system’s settings.`,
  voice: 'Voice',
  voiceHint: 'One for each language, of those that this computer has. Left to itself, Docbao takes the one that the system prefers.',
  voiceFor: (language) => `Voice for ${language}`,
  automatic: 'Automatic',
  listen: 'Listen',
  sample: 'A clear morning, and the paper on the porch.',
};
