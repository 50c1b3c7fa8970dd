import { networkInterfaces } from 'node:os';

/** How often we look, milliseconds; looking takes some ten microseconds. */
const LOOK_EVERY_MS = 5_000;

function addresses(): string {
  return Object.values(networkInterfaces())
    .flatMap((list) => list?.filter(({ internal }) => !internal).map(({ address }) => address) ?? [])
    .sort()
    .join(' ');
}

/** Calls back whenever this machine has other addresses than before: a cable, a wireless network, a tunnel came or went. */
export function onNetworkChange(listener: () => void): () => void {
  let before = addresses();
  const timer = setInterval(() => {
    const now = addresses();
    if (now === before) return;
    before = now;
    listener();
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
