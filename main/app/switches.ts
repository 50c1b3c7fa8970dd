import type { App } from 'electron';

/**
 * Chromium features that ask hosts of their own accord, or that Docbao has no use for. Each is off for every session:
 * the window needs no network at all, since fetching is `main/fetch`'s business.
 */
const DISABLED_FEATURES = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'InterestFeedContentSuggestions',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'OptimizationGuideModelDownloading',
  'PrivacySandboxSettings4',
  'SafeBrowsingEnhancedProtection',
  'SpareRendererForSitePerProcess',
  'Translate',
  'WebRtcHideLocalIpsWithMdns',
  'WinRetrieveSuggestionsOnlyOnDemand',
];

const SWITCHES: readonly (readonly [string, string?])[] = [
  ['disable-background-networking'],
  ['disable-breakpad'],
  ['disable-client-side-phishing-detection'],
  ['disable-component-extensions-with-background-pages'],
  ['disable-component-update'],
  ['disable-default-apps'],
  ['disable-domain-reliability'],
  ['disable-extensions'],
  ['disable-sync'],
  ['disable-quic'],
  ['dns-prefetch-disable'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['metrics-recording-only'],
  ['no-first-run'],
  ['no-pings'],
  ['no-proxy-server'],
  ['webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  // The last wall: Chromium can't resolve any host, by name or by number, even where something above it would try.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
];

/** Turns off every request that Electron or Chromium would make on its own. To be called before the `ready` event. */
export function silenceChromium(app: App): void {
  for (const [name, value] of SWITCHES) {
    if (app.commandLine.hasSwitch(name)) continue;
    if (value === undefined) app.commandLine.appendSwitch(name);
    else app.commandLine.appendSwitch(name, value);
  }
  const given = app.commandLine.getSwitchValue('disable-features');
  const features = [...given.split(',').filter((name) => name !== ''), ...DISABLED_FEATURES];
  app.commandLine.appendSwitch('disable-features', features.join(','));
}

/** Keeps Chromium small for a command that shows nothing. To be called before the `ready` event. */
export function showNothing(app: App): void {
  app.disableHardwareAcceleration();
  if (process.platform === 'darwin') app.dock?.hide();
}
