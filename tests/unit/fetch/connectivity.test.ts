import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { Connectivity } from '../../../main/fetch/connectivity.ts';

const at = (address: string, internal = false): NetworkInterfaceInfo => ({ address, internal, netmask: '', mac: '', cidr: null, family: 'IPv4' });
const LOOPBACK = { lo: [at('127.0.0.1', true)] };
const isOnline = (interfaces: Readonly<Record<string, NetworkInterfaceInfo[]>>) => new Connectivity(() => interfaces).isOnlineWithout('bao.vn');

describe('Connectivity', () => {
  it('sees a network where an interface has an address of its own', () => {
    expect(isOnline({ ...LOOPBACK, wlp3s0: [at('192.168.1.7')] })).toBe(true);
  });

  it('sees none in loopback, containers, virtual machines and addresses that nobody gave', () => {
    expect(isOnline(LOOPBACK)).toBe(false);
    expect(isOnline({ ...LOOPBACK, docker0: [at('172.17.0.1')], virbr0: [at('192.168.122.1')], wlan0: [at('169.254.8.8')] })).toBe(false);
  });

  it('takes many unknown hosts in a row for a missing network, until one answers', () => {
    const connectivity = new Connectivity(() => ({ eth0: [at('10.0.0.2')] }));
    const ask = (...hosts: readonly string[]) => hosts.map((host) => connectivity.isOnlineWithout(host));
    expect(ask('a.vn', 'a.vn', 'a.vn', 'b.vn')).toEqual([true, true, true, true]);
    expect(ask('c.vn', 'a.vn')).toEqual([false, false]);
    connectivity.answered();
    expect(ask('c.vn')).toEqual([true]);
  });

  it('does not doubt the network while hosts answer, though many names are unknown', () => {
    const connectivity = new Connectivity(() => ({ eth0: [at('10.0.0.2')] }));
    connectivity.answered();
    expect(['a.vn', 'b.vn', 'c.vn', 'd.vn'].map((host) => connectivity.isOnlineWithout(host))).toEqual([true, true, true, true]);
  });
});
