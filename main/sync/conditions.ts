import type { BackgroundSettings, Conditions, ReasonToWait } from '../../contract/domain/background.ts';

/** What is known of network and power, and whether the user wants quiet for a while: what decides if anything is asked unasked. */
export class SyncConditions {
  #now: Conditions = { online: true, metered: false, onBattery: false };
  #pausedUntil = 0;
  readonly #listeners = new Set<() => void>();

  /** Whether this network is paid by the megabyte, as the system or the user says. */
  isMetered(settings: Pick<BackgroundSettings, 'isMetered'>): boolean {
    return this.#now.metered || settings.isMetered;
  }

  get online(): boolean {
    return this.#now.online;
  }

  set(conditions: Conditions): void {
    this.#now = conditions;
    for (const listener of this.#listeners) listener();
  }

  /** Nothing is asked by itself before this time, epoch milliseconds; 0 ends the pause. */
  pauseUntil(time: number): void {
    this.#pausedUntil = time;
    for (const listener of this.#listeners) listener();
  }

  /** Calls back whenever something changed; what it answers ends that. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Why Docbao should ask no host by itself now; null where it may. What the user asks for is done in any case. */
  reasonToWait(settings: BackgroundSettings, now: number): ReasonToWait | null {
    if (!this.#now.online) return 'offline';
    if (now < this.#pausedUntil) return 'paused';
    if (this.isMetered(settings) && !settings.syncsOnMetered) return 'metered';
    return this.#now.onBattery && !settings.syncsOnBattery ? 'battery' : null;
  }
}
