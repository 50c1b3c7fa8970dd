import type { Language } from '../../contract/domain/library.ts';

interface MenuWords {
  readonly file: string;
  readonly addSubscription: string;
  readonly savePage: string;
  readonly importList: string;
  readonly exportList: string;
  readonly sync: string;
  readonly cancelSync: string;
  readonly settings: string;
  readonly closeWindow: string;
  readonly quit: string;
  readonly edit: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly find: string;
  readonly article: string;
  readonly next: string;
  readonly previous: string;
  readonly toggleRead: string;
  readonly toggleStar: string;
  readonly markAllRead: string;
  readonly openOriginal: string;
  readonly view: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly resetZoom: string;
  readonly fullScreen: string;
  readonly window: string;
  readonly minimize: string;
  readonly zoom: string;
  readonly help: string;
  readonly shortcuts: string;
  readonly about: string;
  readonly services: string;
  readonly hide: string;
  readonly hideOthers: string;
  readonly showAll: string;
  readonly print: string;
  readonly savePdf: string;
  readonly openLink: string;
  readonly copyLink: string;
}

const VI: MenuWords = {
  file: 'Tệp',
  addSubscription: 'Thêm nguồn…',
  savePage: 'Lưu một trang…',
  importList: 'Nhập danh sách nguồn…',
  exportList: 'Xuất danh sách nguồn…',
  sync: 'Cập nhật mọi nguồn',
  cancelSync: 'Dừng cập nhật',
  settings: 'Cài đặt…',
  closeWindow: 'Đóng cửa sổ',
  quit: 'Thoát Docbao',
  edit: 'Sửa',
  undo: 'Hoàn tác',
  redo: 'Làm lại',
  cut: 'Cắt',
  copy: 'Chép',
  paste: 'Dán',
  selectAll: 'Chọn tất cả',
  find: 'Tìm bài…',
  article: 'Bài',
  next: 'Bài sau',
  previous: 'Bài trước',
  toggleRead: 'Đánh dấu đã đọc hoặc chưa đọc',
  toggleStar: 'Gắn hoặc bỏ sao',
  markAllRead: 'Đánh dấu tất cả đã đọc',
  openOriginal: 'Mở trang gốc',
  view: 'Xem',
  zoomIn: 'Phóng to',
  zoomOut: 'Thu nhỏ',
  resetZoom: 'Cỡ bình thường',
  fullScreen: 'Toàn màn hình',
  window: 'Cửa sổ',
  minimize: 'Thu xuống',
  zoom: 'Phóng cửa sổ',
  help: 'Trợ giúp',
  shortcuts: 'Phím tắt',
  about: 'Giới thiệu Docbao',
  services: 'Dịch vụ',
  hide: 'Ẩn Docbao',
  hideOthers: 'Ẩn các ứng dụng khác',
  showAll: 'Hiện tất cả',
  print: 'In bài…',
  savePdf: 'Lưu bài thành PDF…',
  openLink: 'Mở liên kết trong trình duyệt',
  copyLink: 'Chép địa chỉ liên kết',
};

const EN: MenuWords = {
  file: 'File',
  addSubscription: 'Add source…',
  savePage: 'Save a page…',
  importList: 'Import subscription list…',
  exportList: 'Export subscription list…',
  sync: 'Update all sources',
  cancelSync: 'Stop updating',
  settings: 'Settings…',
  closeWindow: 'Close window',
  quit: 'Quit Docbao',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  find: 'Find articles…',
  article: 'Article',
  next: 'Next article',
  previous: 'Previous article',
  toggleRead: 'Mark read or unread',
  toggleStar: 'Star or unstar',
  markAllRead: 'Mark all as read',
  openOriginal: 'Open the original page',
  view: 'View',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  resetZoom: 'Actual size',
  fullScreen: 'Full screen',
  window: 'Window',
  minimize: 'Minimise',
  zoom: 'Zoom',
  help: 'Help',
  shortcuts: 'Keyboard shortcuts',
  about: 'About Docbao',
  services: 'Services',
  hide: 'Hide Docbao',
  hideOthers: 'Hide others',
  showAll: 'Show all',
  print: 'Print the article…',
  savePdf: 'Save the article as PDF…',
  openLink: 'Open the link in the browser',
  copyLink: 'Copy the link’s address',
};

/** The words of the native menus; those of the window are the renderer's. */
export function menuWords(language: Language): MenuWords {
  return language === 'vi' ? VI : EN;
}
