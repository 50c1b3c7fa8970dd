import { numberForm } from '../forms.ts';

const number = numberForm('vi');
const n = (value: number): string => number.format(value);

/** What the system shows of Docbao, in Vietnamese: its menus, its tray, its notifications, its own dialogs. */
export const viDesktop = {
  menu: {
    file: 'Tệp',
    closeWindow: 'Đóng cửa sổ',
    quit: 'Thoát Docbao',
    edit: 'Sửa',
    undo: 'Hoàn tác',
    redo: 'Làm lại',
    cut: 'Cắt',
    copy: 'Chép',
    paste: 'Dán',
    selectAll: 'Chọn tất cả',
    reading: 'Đọc',
    article: 'Bài',
    view: 'Xem',
    window: 'Cửa sổ',
    minimize: 'Thu xuống',
    zoom: 'Phóng cửa sổ',
    help: 'Trợ giúp',
    about: 'Giới thiệu Docbao',
    services: 'Dịch vụ',
    hide: 'Ẩn Docbao',
    hideOthers: 'Ẩn các ứng dụng khác',
    showAll: 'Hiện tất cả',
    openLink: 'Mở liên kết trong trình duyệt',
    copyLink: 'Chép địa chỉ liên kết',
  },
  tray: {
    open: 'Mở Docbao',
    unread: (count: number) => (count === 0 ? 'Đã đọc hết' : `${n(count)} bài chưa đọc`),
    sync: 'Cập nhật ngay',
    pause: 'Tạm ngừng một giờ',
    resume: 'Thôi tạm ngừng',
    quit: 'Thoát Docbao',
  },
  notification: {
    arrived: (count: number, feeds: number) => (feeds === 1 ? `${n(count)} bài mới` : `${n(count)} bài mới từ ${n(feeds)} nguồn`),
    andMore: (feeds: number) => `và ${n(feeds)} nguồn nữa`,
    alert: (name: string, count: number) => `${name}: ${n(count)} bài mới`,
  },
  open: {
    files: 'Chọn trang hoặc văn bản để lưu',
    folder: 'Chọn thư mục để lưu mọi trang và văn bản trong đó',
    pages: 'Trang và văn bản',
  },
  /** What is asked before a `docbao:` link is followed. */
  link: {
    subscribe: (host: string) => `Theo dõi ${host}?`,
    save: (host: string) => `Lưu một trang của ${host}?`,
    detail: (url: string) => `Một chương trình khác muốn Docbao mở địa chỉ này:\n${url}`,
    subscribeButton: 'Theo dõi',
    saveButton: 'Lưu',
    cancel: 'Thôi',
  },
  problem: {
    stopped: 'Cửa sổ Docbao đã dừng nhiều lần liên tiếp. Thư viện của bạn vẫn nguyên vẹn.',
    'not-loaded': 'Không mở được giao diện của Docbao. Cài lại ứng dụng sẽ sửa được; thư viện của bạn vẫn nguyên vẹn.',
    again: 'Mở lại',
  },
};

/** What stands in an article's document besides its own text. */
export const viDocument = {
  missing: 'Ảnh chưa được lưu',
  page: (when: string) => `Trang gốc, lưu lúc ${when}`,
  updated: (when: string) => `báo sửa lúc ${when}`,
  minutes: (count: number) => `${n(count)} phút đọc`,
};
