/** What pages say beside their articles, told by the words alone. */

/** A line that opens a block of links to other articles, or of the site's own chrome. */
export const CHROME_HEADING =
  /^(?:[>»•\-–*\s]*)(?:(?:các |những )?(?:tin|bài)(?: tức| viết| báo)? (?:liên quan|khác|cùng (?:chuyên mục|mục|chủ đề|tác giả)|mới(?: hơn| nhất| đăng)?|(?:cũ|đã đăng)(?: hơn)?|(?:được )?(?:đọc|xem) nhiều(?: nhất)?|nổi bật|nên đọc|hay|tiếp theo)|(?:tin|bài) (?:trước|sau)|đừng bỏ lỡ|nổi bật|đang được quan tâm|(?:chủ đề|sự kiện|video|ảnh) (?:liên quan|khác|nổi bật)|mục lục|nội dung chính|nội dung bài viết|(?:đọc|xem) (?:ngay|chi tiết)|các tin khác|mới nhất|tin mới|tin nóng|đọc (?:thêm|tiếp|nhiều)|xem (?:thêm|tiếp|nhiều)|có thể bạn quan tâm|có thể bạn chưa biết|bạn có thể quan tâm|tham khảo thêm|phản hồi|bình luận(?: \(\d+\))?|ý kiến(?: bạn đọc| của bạn)?|gửi (?:bình luận|phản hồi|ý kiến)|từ khóa|từ khoá|chủ đề|chia sẻ|theo dõi (?:chúng tôi|báo)|cùng chuyên mục|cùng tác giả|tags?|related(?: (?:articles|stories|news|posts|topics|content))?|read (?:more|next|also)|more (?:from|on|stories)(?: .{0,40})?|recommended(?: for you)?|you (?:may|might) also (?:like|enjoy)|das könnte (?:sie|dich|euch) (?:auch )?interessieren[.!]?|empfohlene beiträge|(?:weitere|mehr) (?:beiträge|themen|artikel|infos)|zum weiterlesen|à lire (?:aussi|également)|sur le même sujet|también te puede interesar|noticias relacionadas|leia também|articoli correlati|potrebbe interessarti|most (?:read|popular|viewed)|share(?: this)?(?: article| story| post)?|comments?(?: \(\d+\))?|leave a (?:comment|reply)|advertisement|quảng cáo|follow us|sign up|subscribe|đăng nhập|đăng ký nhận (?:bản )?tin.{0,20}|video .{0,20}(?:xem nhiều|nổi bật|mới nhất)|trở lại .{2,30}|về trang chủ|lên đầu trang|in bài(?: viết)?|sao chép liên kết)\s*[:：.…»>]*$/iu;

export const LINK_LINE = /^(?:>>+|»|>>>|→|[-–•*]\s*)?\s*(?:(?:chủ đề|sự kiện|(?:theo )?dòng sự kiện|chuyên mục|danh mục|từ khóa|từ khoá|tags?)(?: liên quan)?|xem thêm|đọc thêm|xem tiếp|tin liên quan|bài liên quan|mời (?:quý )?(?:bạn|độc giả|vị).{0,40}(?:xem|đọc|đón|theo dõi)|read more|read also|also read|related|see also|more|auch lesen|lesen sie (?:hier|auch).{0,30}|mehr (?:zum thema|dazu|lesen)|vea también|lea también|le puede interesar|más información|lire aussi|à lire aussi|leia (?:também|mais)|leggi anche|czytaj (?:też|także|więcej)|dowiedz się więcej|lees ook|читайте также|続きを読む)\s*[:：>»]/iu;

/** Calls to the reader that papers print among the last paragraphs. */
export const CALL =
  /^(?:\*+\s*)?(?:mời (?:quý )?(?:độc giả|bạn đọc|khán giả|quý vị|các bạn|bạn) .{0,20}(?:xem|đọc|đón|theo dõi)|(?:hãy )?theo dõi .{2,60} trên (?:google|facebook|zalo|youtube|tiktok)|(?:từ khóa|từ khoá|tags?)\s*:|(?:bấm|nhấn) (?:vào đây|để) .{0,60}(?:xem|theo dõi|đăng ký)|vui lòng (?:đăng nhập|đăng ký|nhập)|(?:©|\(c\)|bản quyền (?:thuộc|của|©)|copyright ©|nghiêm cấm sao chép|mọi (?:hành vi )?sao chép)|mọi (?:thông tin|ý kiến|phản ánh|đóng góp|bài vở|tin bài)(?=.*(?:to[àa] soạn|tòa soạn|đường dây nóng|hotline|ban biên tập)).{0,40}(?:gửi|liên hệ)|bỏ qua quảng cáo|follow us on|sign up (?:for|to) (?:our|the|get)|never miss .{0,40}(?:news|story)|subscribe to our)/iu;

/** Phrases that mean nothing but furniture wherever a short line holds nothing else. */
const FURNITURE = new RegExp(
  [
    'ngày (?:đăng|cập nhật|xuất bản|tạo)', 'đăng (?:lúc|ngày)', 'cập nhật(?: lúc| lần cuối)?', '(?:số )?l[ưu]ợt (?:xem|đọc|truy cập|thích)', '(?:tăng|giảm)? ?cỡ chữ', '(?:chế độ )?tương phản',
    'in (?:bài(?: viết| báo| này)?|trang(?: này)?|ra|tin)', 'bản in', 'gửi (?:e-?mail|qua e-?mail|bài(?: viết)?(?: qua e-?mail)?|cho bạn(?: bè)?|tin này)', 'lưu (?:bài(?: viết)?(?: này)?|tin|trang)', 'sao chép(?: liên kết)?(?: thành công)?', 'copy link', '(?:link|bài|link bài) gốc', 'lấy link', 'nguồn tin gốc', 'báo lỗi', 'báo cáo(?: bài viết| vi phạm)',
    'chia sẻ(?: bài(?: viết)?(?: này)?| ngay)?(?: qua| lên| trên| tới)?', 'facebook', 'zalo', 'twitter', 'messenger', 'telegram', 'linkedin', 'pinterest', 'whatsapp', 'google news', 'tweet', 'share',
    'nghe (?:đọc )?(?:bài(?: viết| báo)?|tin|audio|podcast)', 'đọc bài(?: viết)?', 'giọng (?:nam|nữ)(?: miền (?:bắc|nam|trung))?', '(?:nam|nữ) miền (?:bắc|nam|trung)', 'tốc độ đọc',
    '(?:click để |nhấn để )?đánh giá (?:bài viết|tin|bài)(?: này)?', 'tổng số điểm(?: của bài viết)?(?: là)?', 'bình chọn', 'xếp hạng', 'chưa có (?:đánh giá|bình luận)(?: nào)?',
    '(?:đọc|xem) (?:ngay|thêm|tiếp)', 'xem (?:chi tiết|tất cả|bình luận|thêm bình luận)', 'gửi (?:bình luận|phản hồi|ý kiến|góp ý)', 'ý kiến bạn đọc', 'lên đầu trang', '(?:về|lên) đầu trang', '(?:trở|quay) (?:lại|về)(?: trang (?:trước|chủ))?', 'về trang (?:chủ đề|chủ|trước)', 'đặt mua báo', 'theo dõi(?: chúng tôi)?(?: trên| tại)?',
    'article rating', 'rate this(?: post| article)?', 'print(?: this)?(?: page| article)?', 'views?(?=\\s*[:：])',
  ].join('|'),
  'giu',
);
/** Words that stand among furniture, and alone mean other things too. */
const AMONG_FURNITURE = /thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|(?<!\p{L})(?:ngày|tháng|năm|lúc|giờ|phút|gmt|utc|am|pm|xem|thích|like|a|đánh giá|điểm|trong|sao|phiếu|lần|email|bình luận|phản hồi|trả lời|gửi|đóng|chuẩn|nhanh|chậm|trung bình|nghe|phát|lượt|votes?|stars?|ratings?|\d(?:\.\d+)?x)(?!\p{L})/giu;
/** Longer than this a line says something. */
const MAX_FURNITURE = 140;

/** Whether a line holds nothing but dates, counts, and the names of a page's buttons. */
export function isFurniture(line: string): boolean {
  if (line.length > MAX_FURNITURE) return false;
  const rest = line.normalize('NFC').replace(FURNITURE, ' ');
  return rest.length < line.length && !/\p{L}/u.test(rest.replace(AMONG_FURNITURE, ' ')) && !/\p{L}/u.test(partsOfWords(line));
}

/** Letters that a phrase of furniture was cut out of the middle of: "sharepoint" is no "share". */
function partsOfWords(line: string): string {
  return [...line.matchAll(FURNITURE)].map(({ 0: phrase, index }) => `${/\p{L}$/u.test(line.slice(0, index)) ? 'x' : ''}${/^\p{L}/u.test(line.slice(index + phrase.length)) ? 'x' : ''}`).join('');
}

/** The heading of what readers wrote. */
export const COMMENTS_HEADING = /^(?:bình luận|phản hồi|ý kiến(?: bạn đọc)?|comments?)\s*(\(\d+\)|:\s*\d+)?\s*:?$/iu;
/** What stands under each comment. */
export const COMMENT_TOOLS = /(?:thích|trả lời|like|reply|phút trước|giờ trước|ngày trước)/iu;
