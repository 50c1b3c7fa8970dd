import { numberForm } from '../forms.ts';

const number = numberForm('vi');
const n = (value: number): string => number.format(value);

/** The words of saving from the disk and the clipboard, in Vietnamese. */
export const viSaving = {
  fromClipboard: 'Lưu từ bộ nhớ tạm',
  emptyClipboard: 'Bộ nhớ tạm không có chữ nào để lưu.',
  openFiles: 'Mở tệp',
  openFolder: 'Nhập cả thư mục',
  paste: 'Dán chữ hoặc HTML',
  clipTitle: 'Lưu chữ thành bài',
  clipLabel: 'Chữ hoặc mã HTML',
  clipHint: 'Dòng đầu thành tựa bài. Dán từ trang báo thì ảnh và liên kết được giữ.',
  clipRich: 'Có kèm định dạng, ảnh và liên kết.',
  clipSave: 'Lưu',
  saving: (done: number, found: number) => `Đang lưu ${n(done)}/${n(found)} tệp`,
  current: (name: string) => `Đang đọc ${name}`,
  stop: 'Dừng',
  savedFiles: (count: number) => (count === 0 ? 'Không có bài nào được lưu.' : `Đã lưu ${n(count)} bài.`),
  stopped: (count: number) => `Đã dừng. ${n(count)} bài đã lưu được giữ lại.`,
  passedOver: (count: number) => `${n(count)} tệp thuộc loại Docbao không đọc đã được bỏ qua.`,
  wasCut: 'Thư mục có nhiều tệp quá. Phần còn lại chưa được lưu; hãy nhập từng thư mục con.',
  nothingHere: 'Thư mục này không có trang hay văn bản nào Docbao đọc được.',
  failedFiles: (count: number) => `${n(count)} tệp không lưu được`,
  someFailed: (count: number) => `${n(count)} tệp không lưu được.`,
  showFailed: 'Xem',
  waits: (title: string) => `Đã ghi nhận ${title}. Có mạng lại là Docbao tải về.`,
  saveLater: 'Lưu trang này khi có mạng lại',
  offlineAdd: 'Đang ngoại tuyến. Trang bạn lưu sẽ được tải khi có mạng lại; tìm nguồn thì phải chờ.',
  newWindow: 'Cửa sổ mới',
  openInWindow: 'Mở bài trong cửa sổ mới',
  revealLibrary: 'Mở thư mục thư viện',
};
