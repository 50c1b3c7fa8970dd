/** Query parameters that say where a reader came from and not which article it is. */
const TRACKING = /^(utm_.*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga|_gl|ref|ref_src|source|cmpid|at_medium|at_campaign|vn_source|vn_campaign|vn_medium|zarsrc|zalo.*|gidzl|spm|amp|outputtype)$/i;

/**
 * What identifies an article's address: without scheme, `www.`/`m.`/`mobile.`/`amp.`, tracking parameters, fragment,
 * index file, AMP suffix and trailing slash; parameters in order. Two addresses with one key are one article.
 */
export function urlKey(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const host = url.hostname.replace(/^(www|m|mobile|amp)\.(?=[^.]+\.)/, '');
  const port = url.port === '' ? '' : `:${url.port}`;
  const path = url.pathname
    .replace(/\/(index|default)\.(html?|php|aspx?)$/i, '/')
    .replace(/\/amp\/?$/i, '')
    .replace(/\.amp(?=$|\.html?$)/i, '')
    .replace(/\/+$/, '');
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = kept.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  return `${host}${port}${path}${query === '' ? '' : `?${query}`}`;
}
