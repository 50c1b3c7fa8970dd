/** Chromium's levels: each is a fifth larger than the one before. */
export function zoomLevel(now: number, act: 'zoom-in' | 'zoom-out' | 'zoom-reset'): number {
  if (act === 'zoom-reset') return 0;
  return Math.min(5, Math.max(-3, now + (act === 'zoom-in' ? 0.5 : -0.5)));
}
