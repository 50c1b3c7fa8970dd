import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../contract/words/format.ts';
import { en } from '../../../contract/words/en/index.ts';
import { vi } from '../../../contract/words/vi/index.ts';

const now = new Date(2026, 2, 16, 9, 5).getTime();
const ago = (minutes: number): number => now - minutes * 60_000;

describe('times as people say them', () => {
  const format = createFormat(vi);

  it('in Vietnamese', () => {
    expect(format.when(ago(0.5), now)).toBe('Vừa xong');
    expect(format.when(ago(5), now)).toBe('5 phút trước');
    expect(format.when(ago(3 * 60), now)).toBe('3 giờ trước');
    expect(format.when(new Date(2026, 2, 15, 18, 20).getTime(), now)).toBe('Hôm qua, 18:20');
    expect(format.whenInside(new Date(2026, 2, 15, 18, 20).getTime(), now)).toBe('hôm qua, 18:20');
    expect(format.when(new Date(2026, 2, 14, 23, 59).getTime(), now)).toBe('14/3/2026');
  });

  it('calls the evening before yesterday, however few hours ago it was', () => {
    const afterMidnight = new Date(2026, 2, 16, 0, 30).getTime();
    expect(format.when(new Date(2026, 2, 15, 22, 0).getTime(), afterMidnight)).toBe('Hôm qua, 22:00');
  });

  it('gives the date of what is dated in the future', () => {
    expect(format.when(new Date(2026, 2, 18).getTime(), now)).toBe('18/3/2026');
  });

  it('in English', () => {
    const english = createFormat(en);
    expect(english.when(ago(5), now)).toBe('5 min ago');
    expect(english.when(new Date(2026, 2, 15, 18, 20).getTime(), now)).toBe('Yesterday, 18:20');
    expect(english.when(new Date(2026, 0, 2).getTime(), now)).toBe('2 Jan 2026');
  });
});

describe('numbers and sizes', () => {
  it('are written as the language writes them', () => {
    expect(createFormat(vi).number(105_418)).toBe('105.418');
    expect(createFormat(en).number(105_418)).toBe('105,418');
    expect(createFormat(vi).bytes(4_200_000)).toBe('4,2 MB');
    expect(createFormat(en).bytes(0)).toBe('0 kB');
  });
});
