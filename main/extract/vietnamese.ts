const MARKED = /[ăâđêôơưàằầèềìòồờùừỳáắấéếíóốớúứýảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ]/giu;
const ONLY_VIETNAMESE = /[ăđơưằầềồờừắấếốớứẳẩẻểổởửẵẫễĩỗỡũữạặậẹệịọộợụựỵảỉỏủỷ]/iu;

/** Whether a text is Vietnamese: a page's own `lang` is often a template's `en`, so the letters decide. */
export function looksVietnamese(text: string, lang: string | null, url: string): boolean {
  const normal = text.normalize('NFC');
  const marked = normal.match(MARKED)?.length ?? 0;
  const letters = normal.match(/\p{L}/gu)?.length ?? 0;
  if (/^vi\b/i.test(lang ?? '')) return letters < 25 || marked > 0;
  if (letters > 0 && marked / letters > 0.12 && ONLY_VIETNAMESE.test(normal)) return true;
  return letters === 0 && /^https?:\/\/[^/]+\.vn(?:[:/]|$)/i.test(url);
}

/** As much of a text, in characters, as tells its language. */
const ENOUGH = 2000;

/** The language that the letters of a text tell (BCP 47), or null. */
export function languageOfText(text: string): string | null {
  return looksVietnamese(text.slice(0, ENOUGH), null, '') ? 'vi' : null;
}
