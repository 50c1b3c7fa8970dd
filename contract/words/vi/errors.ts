import type { ErrorKind } from '../../domain/result.ts';
import type { Facts } from '../facts.ts';
import { addressIn, numberIn, quoted, subjectIn, unlessPlanned } from '../facts.ts';
import { numberForm } from '../forms.ts';

const number = numberForm('vi');
const soon = (f: Facts): string => unlessPlanned(f, 'Thử lại sau ít phút.');

/** Each kind of error as a Vietnamese sentence: what happened, to what, what to do. */
export const viErrors = {
  'bad-address': (f: Facts) => `${quoted(addressIn(f)) ?? 'Địa chỉ này'} không phải địa chỉ trang web. Kiểm tra lại rồi thử lần nữa.`,
  offline: () => 'Máy đang không có mạng. Bài đã lưu vẫn đọc được; Docbao sẽ cập nhật khi có mạng lại.',
  'host-unreachable': (f: Facts) => `Không tới được ${subjectIn(f) ?? 'máy chủ'}: tên miền không tồn tại hoặc máy chủ không trả lời. Kiểm tra lại địa chỉ.`,
  tls: (f: Facts) => `Kết nối tới ${subjectIn(f) ?? 'máy chủ'} không an toàn: chứng chỉ không hợp lệ. Docbao không tải gì từ đó.`,
  timeout: (f: Facts) =>
    `Không tải được ${subjectIn(f) ?? 'trang này'}: máy chủ không trả lời${numberIn(f, 'seconds', (s) => ` sau ${number.format(s)} giây`)}.${soon(f)}`,
  'too-large': (f: Facts) => `${subjectIn(f) ?? 'Tệp này'} quá lớn nên Docbao không tải.`,
  'too-many-redirects': (f: Facts) => `${subjectIn(f) ?? 'Trang này'} chuyển hướng lòng vòng, không tới được bài.`,
  'forbidden-address': (f: Facts) => `${subjectIn(f) ?? 'Nguồn này'} dẫn vào mạng nội bộ. Docbao không đi theo.`,
  'access-denied': (f: Facts) => `${subjectIn(f) ?? 'Máy chủ'} không cho Docbao xem trang này. Mở bằng trình duyệt nếu bạn có tài khoản.`,
  'not-found': (f: Facts) => `${subjectIn(f) ?? 'Máy chủ'} không có trang này. Địa chỉ có thể đã đổi.`,
  gone: (f: Facts) => `${subjectIn(f) ?? 'Nguồn này'} đã ngừng hẳn. Có thể bỏ theo dõi; bài đã lưu có sao vẫn còn.`,
  busy: (f: Facts) => `${subjectIn(f) ?? 'Máy chủ'} đang quá tải.${unlessPlanned(f, 'Docbao sẽ thử lại sau.')}`,
  'http-status': (f: Facts) => `${subjectIn(f) ?? 'Máy chủ'} đang gặp lỗi và không trả trang.${soon(f)}`,
  'broken-transfer': (f: Facts) => `Kết nối tới ${subjectIn(f) ?? 'máy chủ'} đứt giữa chừng.${soon(f)}`,
  'not-a-feed': (f: Facts) => `${subjectIn(f) ?? 'Địa chỉ này'} không phải nguồn tin. Thử dán địa chỉ trang chủ của báo.`,
  'broken-feed': (f: Facts) => `Nguồn tin của ${subjectIn(f) ?? 'trang này'} bị hỏng, không đọc được.${unlessPlanned(f, 'Docbao sẽ thử lại lần cập nhật sau.')}`,
  'no-feed-found': (f: Facts) => `Không thấy nguồn tin nào ở ${subjectIn(f) ?? 'địa chỉ này'}. Có thể lưu trang này như một bài.`,
  'no-article': (f: Facts) => `Không tìm được bài viết nào trong ${subjectIn(f) ?? 'trang này'}.`,
  walled: (f: Facts) => `${subjectIn(f) ?? 'Trang này'} đòi đăng nhập hoặc xác nhận mới cho đọc. Mở trang gốc để xem.`,
  'unsupported-type': (f: Facts) =>
    addressIn(f) === null
      ? 'Docbao chưa đọc được loại tệp này. Các loại đọc được: .txt, .md, .html.'
      : `${subjectIn(f) ?? 'Máy chủ'} gửi về một loại tệp mà Docbao chưa đọc được.`,
  'file-unreadable': (f: Facts) => `Không mở được ${subjectIn(f) ?? 'tệp này'}. Kiểm tra tệp còn đó và bạn có quyền đọc.`,
  'file-unwritable': (f) => `Không ghi được ${subjectIn(f) ?? 'tệp này'}. Chọn chỗ khác, hoặc kiểm tra bạn có quyền ghi ở đó.`,
  'no-such-item': () => 'Mục này không còn trong thư viện.',
  library: () => 'Không dùng được thư viện: một bản Docbao khác đang giữ, thư viện thuộc bản mới hơn, hoặc đã hỏng. Đóng bản kia hoặc cập nhật Docbao rồi thử lại.',
  'disk-full': () => 'Ổ đĩa đã đầy. Dọn bớt chỗ rồi thử lại; bài đã lưu không mất.',
  cancelled: () => 'Đã dừng theo ý bạn.',
  'bad-request': () => 'Docbao không hiểu yêu cầu này.',
  internal: () => 'Docbao gặp trục trặc. Thử lại; nếu vẫn vậy, đóng rồi mở lại Docbao.',
} satisfies Record<ErrorKind, (facts: Facts) => string>;
