import { expect, it } from 'vitest';
import { PASSING_MS, isPassedOver } from '../../../renderer/features/reader/passing.ts';

it('passes over an article that is left at once and was never on screen', () => {
  expect(isPassedOver(2, 1, 33)).toBe(true);
  expect(isPassedOver(2, null, 33)).toBe(true);
});

it('passes over none that somebody saw, or waited for', () => {
  expect(isPassedOver(2, 2, 33)).toBe(false);
  expect(isPassedOver(2, 1, PASSING_MS)).toBe(false);
  expect(isPassedOver(null, null, 0)).toBe(false);
});
