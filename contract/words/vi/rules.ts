import { numberForm } from '../forms.ts';

const number = numberForm('vi');
const n = (value: number): string => number.format(value);

/** The words of rules, in Vietnamese. */
export const viRules = {
  title: 'Quy tắc',
  intro: 'Bài mới về mà khớp thì Docbao làm ngay việc bạn đã dặn. Các quy tắc chạy lần lượt từ trên xuống.',
  none: 'Chưa có quy tắc nào.',
  setting: 'Quy tắc cho bài mới',
  settingHint: 'Tự gắn thẻ, gắn sao, cất hay bỏ qua bài khớp với một tìm kiếm.',
  open: 'Mở quy tắc',
  add: 'Thêm quy tắc',
  addTitle: 'Quy tắc mới',
  editTitle: 'Sửa quy tắc',
  name: 'Tên',
  namePlaceholder: 'Tin bão',
  query: 'Bài khớp với',
  queryPlaceholder: 'bão HOẶC lũ',
  queryHint: 'Viết như khi tìm: chữ, "cụm từ", tiêu đề:bão, nguồn:báo.',
  matching: (count: number) => (count === 0 ? 'Chưa khớp bài nào trong thư viện.' : `Khớp ${n(count)} bài trong thư viện.`),
  misunderstood: (pieces: string) => `Không hiểu ${pieces}, nên sẽ tìm như chữ thường.`,
  actions: 'Thì làm',
  action: { tag: 'Gắn thẻ', star: 'Gắn sao', read: 'Đánh dấu đã đọc', archive: 'Cất', queue: 'Để đọc sau', skip: 'Bỏ qua, cho vào thùng rác' },
  done: { tag: (tag: string) => `gắn thẻ ${tag}`, star: 'gắn sao', read: 'đánh dấu đã đọc', archive: 'cất', queue: 'để đọc sau', skip: 'bỏ qua' },
  tagName: 'Tên thẻ',
  save: 'Lưu quy tắc',
  isOn: (name: string) => `Bật ${name}`,
  applied: (count: number, when: string) => `Đã gặp ${n(count)} bài, gần nhất ${when}`,
  neverApplied: 'Chưa gặp bài nào',
  edit: (name: string) => `Sửa ${name}`,
  up: (name: string) => `Chuyển ${name} lên`,
  down: (name: string) => `Chuyển ${name} xuống`,
  remove: (name: string) => `Xóa ${name}`,
  removed: (name: string) => `Đã xóa quy tắc “${name}”.`,
  apply: (name: string) => `Áp dụng ${name} cho bài đang có`,
  appliedNow: (name: string, count: number) => (count === 0 ? `“${name}” không khớp bài nào đang có.` : `Đã áp dụng “${name}” cho ${n(count)} bài.`),
};
