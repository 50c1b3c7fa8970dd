import type { Language } from '../../contract/words/index.ts';

interface MenuWords {
  readonly file: string;
  readonly closeWindow: string;
  readonly quit: string;
  readonly edit: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly reading: string;
  readonly article: string;
  readonly view: string;
  readonly window: string;
  readonly minimize: string;
  readonly zoom: string;
  readonly help: string;
  readonly about: string;
  readonly services: string;
  readonly hide: string;
  readonly hideOthers: string;
  readonly showAll: string;
  readonly openLink: string;
  readonly copyLink: string;
}

const VI: MenuWords = {
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
};

const EN: MenuWords = {
  file: 'File',
  closeWindow: 'Close window',
  quit: 'Quit Docbao',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  reading: 'Read',
  article: 'Article',
  view: 'View',
  window: 'Window',
  minimize: 'Minimise',
  zoom: 'Zoom',
  help: 'Help',
  about: 'About Docbao',
  services: 'Services',
  hide: 'Hide Docbao',
  hideOthers: 'Hide others',
  showAll: 'Show all',
  openLink: 'Open the link in the browser',
  copyLink: 'Copy the link’s address',
};

/** The words of the native menus; those of the window are the renderer's. */
export function menuWords(language: Language): MenuWords {
  return language === 'vi' ? VI : EN;
}
