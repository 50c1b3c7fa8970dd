/** What an address looks like from outside: whether an article may stand there. */
export interface UrlShape {
  /** Words of the last part: `vang-tang-gia-123456.html` has three. */
  readonly words: number;
  /** It holds a number long enough to be an article's id or a date. */
  readonly hasId: boolean;
  /** It holds an id and hardly a word: all that some sites give their articles. */
  readonly isBare: boolean;
}

/** Parts of a path that name services. A title may begin with the same words, so they count only as whole parts. */
const SERVICE_NAMES = [
  'tags? tac-gia videos? clips? podcasts? authors? search tim-kiem login dang-nhap register',
  'dang-ky page trang-\\d+ rss feed comments? lien-he contact about gioi-thieu ads? views_ads',
  'quang-cao privacy terms cart help static user profile download',
].flatMap((line) => line.split(' '));
const NOT_ARTICLES = new RegExp(`/(?:${SERVICE_NAMES.join('|')})(?:/|\\.\\w+$|$)`, 'i');
/** Sections by their names, unless a long number says that an article is filed there. */
const SECTIONS = /\/(?:topics?|chu-de|su-kien|events?|category|categories|chuyen-muc)(?:\/|\.\w+$|$)/i;
const FILES = /\.(?:jpe?g|png|gif|webp|svg|pdf|docx?|xlsx?|zip|rar|mp[34]|css|js|xml|rss|json|apk)$/i;

/** The address that a link leads to, without fragment and tracking parameters; null where it leaves the web or the site. */
export function sameSiteUrl(href: string, base: string): string | null {
  const written = href.trim();
  if (written === '' || written.startsWith('#') || written.length > 2_048 || !URL.canParse(written, base)) return null;
  const url = new URL(written, base);
  if (!/^https?:$/.test(url.protocol) || siteOf(url.hostname) !== siteOf(new URL(base).hostname)) return null;
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) {
    if (/^(?:utm_\w+|fbclid|gclid|zarsrc|dtclid|src|ref|from|vnsource|itm_\w+)$/i.test(name)) url.searchParams.delete(name);
  }
  return url.href;
}

/** `www.bao.com.vn` and `kinhte.bao.com.vn` are of one site: bao.com.vn. */
function siteOf(host: string): string {
  const labels = host.toLowerCase().split('.');
  const second = labels.at(-2) ?? '';
  const isShared = (labels.at(-1)?.length ?? 0) === 2 && /^(?:com|net|org|gov|edu|ac|co|info|biz|name|pro|or|ne|go)$/.test(second);
  return labels.slice(isShared ? -3 : -2).join('.');
}

/** The shape of an address, or null where it can't be an article's: a start page, a section, a file, a service. */
export function shapeOf(url: string): UrlShape | null {
  const { pathname, search } = new URL(url);
  if (pathname === '/' && search === '') return null;
  if (NOT_ARTICLES.test(pathname) || FILES.test(pathname)) return null;
  if (SECTIONS.test(pathname) && !/\d{7,}/.test(pathname)) return null;
  const parts = decode(pathname).split('/').filter((part) => part !== '');
  const end = parts.at(-1) ?? '';
  // `/2016/03/a-title-in-words/472000/`: the number alone stands for the article, the words are before it.
  const last = /^(?:\d+|index|amp)(?:\.\w{2,5})?$/.test(end) ? `${parts.at(-2) ?? ''}-${end}` : end.replace(/\.\w{2,5}$/, '');
  const words = last.split(/[-_]+/).filter((word) => /\p{L}{1,}/u.test(word) && !/\d{3,}/.test(word)).length;
  const hasId = /\d{5,}/.test(last) || /\/\d{4}\/\d{1,2}\//.test(pathname) || /[?&](?:id|p|newsid|articleid|itemid)=\d{2,}/i.test(search);
  const isBare = words < 2 && (/\d{3,}/.test(last) || /[?&]\w*(?:id|no|num|idx)=[\w-]*\d/i.test(search) || /^(?=\D*\d)[a-z\d]{10,14}$/.test(last));
  return { words, hasId, isBare };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
