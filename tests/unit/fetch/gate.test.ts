import { describe, expect, it } from 'vitest';
import { Gate, type Lease } from '../../../main/fetch/gate.ts';
import type { Concurrency } from '../../../main/fetch/limits.ts';

const pauses = (milliseconds: number) => ({ feed: milliseconds, page: milliseconds, image: milliseconds, file: milliseconds });
const LIMITS: Concurrency = { total: 3, perHost: 2, politenessMs: pauses(0), slowAfterMs: 60_000, open: 100 };

/** Lets everything that can happen now happen. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

class Probe {
  readonly started: string[] = [];
  readonly leases = new Map<string, Lease>();
  readonly #gate: Gate;
  constructor(limits: Partial<Concurrency> = {}) {
    this.#gate = new Gate({ ...LIMITS, ...limits });
  }
  async ask(host: string, name: string, options: { isUnlimited?: boolean; isUrgent?: boolean; signal?: AbortSignal } = {}): Promise<void> {
    const { isUnlimited = false, isUrgent = false, signal = new AbortController().signal } = options;
    const lease = await this.#gate.acquire(host, { kind: 'page', isUnlimited, isUrgent, signal });
    this.started.push(name);
    this.leases.set(name, lease);
  }
}

describe('Gate', () => {
  it('lets so many requests to one host through, and the next when one is done', async () => {
    const probe = new Probe();
    for (const name of ['a1', 'a2', 'a3']) void probe.ask('a', name);
    await settle();
    expect(probe.started).toEqual(['a1', 'a2']);
    probe.leases.get('a1')?.release();
    await settle();
    expect(probe.started).toEqual(['a1', 'a2', 'a3']);
  });

  it('lets so many through in all, hosts taking turns', async () => {
    const probe = new Probe({ total: 1 });
    for (const name of ['a1', 'a2', 'a3']) void probe.ask('a', name);
    for (const name of ['b1', 'b2']) void probe.ask('b', name);
    for (const expected of ['a1', 'a2', 'b1', 'a3', 'b2']) {
      await settle();
      expect(probe.started.at(-1)).toBe(expected);
      probe.leases.get(expected)?.release();
    }
  });

  it('takes a place back once only', async () => {
    const probe = new Probe({ total: 1 });
    for (const name of ['a1', 'a2', 'a3']) void probe.ask('a', name);
    await settle();
    probe.leases.get('a1')?.release();
    probe.leases.get('a1')?.release();
    await settle();
    expect(probe.started).toEqual(['a1', 'a2']);
  });

  it('does not let slow requests hold up other hosts, but still counts them for their own', async () => {
    const probe = new Probe({ total: 2, slowAfterMs: 5 });
    for (const name of ['a1', 'a2', 'a3']) void probe.ask('a', name);
    await probe.ask('b', 'b1');
    expect(probe.started).toEqual(['a1', 'a2', 'b1']);
  });

  it('opens no more than the limit, slow ones counted', async () => {
    const probe = new Probe({ total: 1, slowAfterMs: 1, open: 2 });
    await probe.ask('a', 'a1');
    await probe.ask('b', 'b1');
    void probe.ask('c', 'c1');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(probe.started).toEqual(['a1', 'b1']);
    probe.leases.get('a1')?.release();
    await settle();
    expect(probe.started).toEqual(['a1', 'b1', 'c1']);
  });

  it('puts a pause between two requests to one host, and none before another', async () => {
    const probe = new Probe({ politenessMs: pauses(40) });
    const second = Promise.all([probe.ask('a', 'a1'), probe.ask('a', 'a2')]);
    await probe.ask('b', 'b1');
    expect(probe.started).toEqual(['a1', 'b1']);
    await second;
    expect(probe.started).toEqual(['a1', 'b1', 'a2']);
  });

  it('knows neither pause nor limit per host for this machine', async () => {
    const probe = new Probe({ politenessMs: pauses(60_000), perHost: 1 });
    for (const name of ['a1', 'a2', 'a3']) void probe.ask('a', name, { isUnlimited: true });
    await settle();
    expect(probe.started).toEqual(['a1', 'a2', 'a3']);
  });

  it('lets nobody wait who sits and looks, but counts them', async () => {
    const probe = new Probe({ total: 1, perHost: 1, politenessMs: pauses(60_000) });
    for (const name of ['a1', 'a2']) void probe.ask('a', name);
    await settle();
    await probe.ask('a', 'urgent', { isUrgent: true });
    void probe.ask('b', 'b1');
    await settle();
    expect(probe.started).toEqual(['a1', 'urgent']);
    for (const name of ['a1', 'urgent']) probe.leases.get(name)?.release();
    await settle();
    expect(probe.started).toEqual(['a1', 'urgent', 'b1']);
  });

  it('forgets who gave up waiting', async () => {
    const probe = new Probe({ total: 1 });
    const controller = new AbortController();
    await probe.ask('a', 'a1');
    const given = probe.ask('a', 'a2', { signal: controller.signal });
    void probe.ask('a', 'a3');
    controller.abort(new Error('enough'));
    await expect(given).rejects.toThrow('enough');
    await expect(probe.ask('a', 'a4', { signal: controller.signal })).rejects.toThrow('enough');
    probe.leases.get('a1')?.release();
    await settle();
    expect(probe.started).toEqual(['a1', 'a3']);
  });
});
