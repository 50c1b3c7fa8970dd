import { execFile } from 'node:child_process';
import { net, powerMonitor } from 'electron';
import type { Conditions } from '../../contract/domain/background.ts';

/** How often the network is looked at: Electron tells of no change. Milliseconds. */
const LOOK_EVERY_MS = 10_000;
/** How often NetworkManager is asked whether the network is metered. */
const ASK_EVERY_MS = 5 * 60_000;
const ASK_TIMEOUT_MS = 3_000;

/** systemd's client of the system bus. */
const BUS_CLIENT = 'busctl';
/** NetworkManager's property `Metered`: yes (1), and guessed yes (3). */
const ASK_NETWORK_MANAGER = ['--system', '--timeout=2', 'get-property', 'org.freedesktop.NetworkManager', '/org/freedesktop/NetworkManager', 'org.freedesktop.NetworkManager', 'Metered'];

/** Whether NetworkManager says that the network is paid by the megabyte: `u 1` and `u 3` mean so. */
export function isMeteredAnswer(answer: string): boolean {
  return /^u [13]\s*$/.test(answer);
}

/** False wherever nothing tells: not Linux, no NetworkManager, no answer in time. */
function askMetered(): Promise<boolean> {
  if (process.platform !== 'linux') return Promise.resolve(false);
  return new Promise((resolve) => {
    execFile(BUS_CLIENT, ASK_NETWORK_MANAGER, { timeout: ASK_TIMEOUT_MS }, (error, stdout) => resolve(error === null && isMeteredAnswer(stdout)));
  });
}

/** Tells of network and power whenever they change, and once at the start; what it answers ends that. */
export function watchConditions(tell: (conditions: Conditions) => void): () => void {
  let told: Conditions | null = null;
  let isMetered = false;
  let askedAt = 0;
  const look = (): void => {
    const online = net.isOnline();
    const cameBack = told?.online === false && online;
    if (online && (cameBack || Date.now() - askedAt >= ASK_EVERY_MS)) ask();
    const now = { online, metered: isMetered, onBattery: powerMonitor.isOnBatteryPower() };
    if (told !== null && told.online === now.online && told.metered === now.metered && told.onBattery === now.onBattery) return;
    told = now;
    tell(now);
  };
  const ask = (): void => {
    askedAt = Date.now();
    void askMetered().then((answer) => {
      isMetered = answer;
      look();
    });
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  powerMonitor.on('on-battery', look);
  powerMonitor.on('on-ac', look);
  powerMonitor.on('resume', look);
  look();
  return () => {
    clearInterval(timer);
    powerMonitor.off('on-battery', look);
    powerMonitor.off('on-ac', look);
    powerMonitor.off('resume', look);
  };
}
