import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Deadline } from '../../../main/fetch/deadline.ts';
import { DEFAULT_LIMITS } from '../../../main/fetch/limits.ts';

const HOST = new URL('https://bao.vn/rss');
const TIMEOUTS = { ...DEFAULT_LIMITS.timeouts, headersMs: 1_000, idleMs: 2_000, totalMs: { feed: 10_000, page: 10_000, image: 10_000, file: 10_000 } };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const started = (...signals: readonly AbortSignal[]) => {
  const deadline = new Deadline(HOST, 'feed', TIMEOUTS, signals);
  deadline.asking(HOST);
  return deadline;
};
const reasonOf = ({ signal }: Deadline): string | null => {
  const reason: unknown = signal.reason;
  return reason instanceof Error ? reason.message : null;
};

describe('Deadline', () => {
  it('ends a wait for headers', () => {
    const deadline = started();
    vi.advanceTimersByTime(999);
    expect(reasonOf(deadline)).toBeNull();
    vi.advanceTimersByTime(2);
    expect(reasonOf(deadline)).toBe('bao.vn did not answer within 1 second.');
  });

  it('ends a pause in the body, which begins anew with each piece', () => {
    const deadline = started();
    deadline.answered();
    for (let pieces = 0; pieces < 3; pieces += 1) {
      vi.advanceTimersByTime(1_900);
      deadline.received();
    }
    expect(reasonOf(deadline)).toBeNull();
    vi.advanceTimersByTime(2_001);
    expect(reasonOf(deadline)).toBe('bao.vn stopped sending for 2 seconds.');
  });

  it('ends a body that comes in drops for ever', () => {
    const deadline = started();
    deadline.answered();
    for (let pieces = 0; pieces < 11; pieces += 1) {
      vi.advanceTimersByTime(1_000);
      deadline.received();
    }
    expect(reasonOf(deadline)).toBe('bao.vn did not finish sending within 10 seconds.');
  });

  it('does not count the wait for a free place', () => {
    const deadline = started();
    vi.advanceTimersByTime(900);
    deadline.pause();
    vi.advanceTimersByTime(60_000);
    deadline.asking(HOST);
    deadline.answered();
    vi.advanceTimersByTime(1_900);
    expect(reasonOf(deadline)).toBeNull();
  });

  it('does not count time in which this thread was too busy to look', () => {
    const deadline = started();
    const now = performance.now();
    vi.spyOn(performance, 'now').mockReturnValueOnce(now + 5_000);
    vi.advanceTimersByTime(1_001);
    expect(reasonOf(deadline)).toBeNull();
    vi.advanceTimersByTime(1_001);
    expect(reasonOf(deadline)).not.toBeNull();
  });

  it('says cancelled when the caller gives up, before or during', () => {
    const controller = new AbortController();
    const deadline = started(controller.signal);
    controller.abort();
    expect(deadline.signal.reason).toMatchObject({ kind: 'cancelled', facts: { host: 'bao.vn' } });
    expect(started(AbortSignal.abort()).signal.reason).toMatchObject({ kind: 'cancelled' });
  });

  it('leaves nothing behind', () => {
    const controller = new AbortController();
    const deadline = started(controller.signal);
    deadline.dispose();
    controller.abort();
    vi.advanceTimersByTime(100_000);
    expect(deadline.signal.aborted).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });
});
