import { DocbaoError } from '../../contract/domain/result.ts';
import { comparable } from './dom.ts';

/** Marks of a page that stands in front of the article; counted only where there is hardly any text beside them. */
const WALLS: readonly (readonly [RegExp, string])[] = [
  [/just a moment|checking (?:if the site|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|enable javascript and cookies|attention required.{0,20}cloudflare|ddos protection by|cf-?challenge|captcha|i m not a robot|xác (?:minh|nhận) (?:bạn|rằng bạn).{0,20}(?:người|robot)|unusual traffic/u, 'It asks to prove that a human is reading.'],
  [/please enable javascript|javascript (?:is )?(?:required|disabled)|you need to enable javascript|turn on javascript|(?:vui lòng )?bật javascript|trình duyệt.{0,40}không hỗ trợ javascript/u, 'It shows nothing without JavaScript.'],
  [/(?:log ?in|sign ?in|subscribe|register) to (?:continue|read|view|access)|already (?:a )?subscriber|subscribers? only|(?:đăng nhập|đăng ký) để (?:tiếp tục|xem|đọc)|nội dung (?:này )?dành (?:riêng )?cho (?:thành viên|hội viên|thuê bao)|bạn (?:cần|phải) đăng nhập/u, 'It asks to log in.'],
  [/we (?:and our partners )?(?:use|value).{0,60}(?:cookies|privacy)|accept (?:all )?cookies|consent to.{0,40}cookies|before you continue to|chúng tôi sử dụng cookie/u, 'It asks for consent to cookies first.'],
];

const MISSING = /(?:^|\b)(?:404|page not found|not found|page (?:you .{0,30})?(?:does not|doesn t) exist|can t find (?:that|the) page|no longer available|không tìm thấy (?:trang|bài|nội dung)|trang (?:bạn (?:yêu cầu|tìm|truy cập).{0,20})?không (?:tồn tại|tìm thấy)|bài viết (?:này )?(?:không tồn tại|đã bị (?:xóa|gỡ)|không còn)|liên kết (?:không tồn tại|đã hết hạn))(?:\b|$)/u;

/** Text as long as this is an article even where the page also asks for something. */
const ENOUGH = 700;

/**
 * Refuses a page that shows something else than its article.
 * @throws DocbaoError `walled` before a log-in, captcha, consent or script wall; `no-article` for an error page.
 */
export function refuseWall(title: string, pageText: string, bodyText: string, url: string): void {
  if (bodyText.length >= ENOUGH) return;
  const heading = comparable(title);
  const text = comparable(`${title} ${bodyText} ${pageText.slice(0, 6000)}`);
  const isThin = bodyText.length < 350 || comparable(bodyText).length < text.length * 0.5;
  const isErrorTitle = heading.length < 80 && MISSING.test(heading);
  if (isErrorTitle || (bodyText.length < 350 && MISSING.test(text.slice(0, 600)))) {
    throw new DocbaoError('no-article', `The page at ${url} says that the article is not there.`, { url });
  }
  const wall = isThin ? WALLS.find(([pattern]) => pattern.test(text)) : undefined;
  if (wall !== undefined && bodyText.length < 400) throw new DocbaoError('walled', `The page at ${url} shows no article. ${wall[1]}`, { url });
}

/** Whether a whole text is what a wall or an error page says, and hardly more. */
export function isWallText(text: string): boolean {
  if (text.length >= ENOUGH) return false;
  const plain = comparable(text);
  return MISSING.test(plain.slice(0, 200)) || WALLS.some(([pattern]) => pattern.test(plain));
}
