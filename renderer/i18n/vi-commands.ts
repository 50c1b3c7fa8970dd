/** The words of commands, of the sheet of keys and of the palette, in Vietnamese. */
export const viShortcuts = {
  title: 'Phím tắt',
  reading: 'Đọc',
  article: 'Bài đang đọc',
  view: 'Xem',
  library: 'Thư viện',
  window: 'Cửa sổ',
};

export const viCommand = {
  nextArticle: 'Bài sau',
  previousArticle: 'Bài trước',
  openOriginal: 'Mở trang gốc',
  toggleRead: 'Đánh dấu đã đọc hoặc chưa đọc',
  toggleStar: 'Gắn hoặc bỏ sao',
  markAllRead: 'Đánh dấu đã đọc hết',
  focusSearch: 'Tìm trong thư viện',
  findInArticle: 'Tìm trong bài',
  sync: 'Cập nhật mọi nguồn',
  cancelSync: 'Dừng cập nhật',
  add: 'Thêm nguồn',
  savePage: 'Lưu một trang web',
  settings: 'Cài đặt',
  shortcuts: 'Xem phím tắt',
  palette: 'Bảng lệnh',
  pageDown: 'Xuống một trang, rồi sang bài sau',
  nextMatch: 'Chỗ khớp sau',
  previousMatch: 'Chỗ khớp trước',
  focusMode: 'Đọc tập trung',
  viewAll: 'Xem tất cả bài',
  viewUnread: 'Xem bài chưa đọc',
  viewStarred: 'Xem bài có sao',
  themeNext: 'Đổi nền',
  zoomIn: 'Phóng to cửa sổ',
  zoomOut: 'Thu nhỏ cửa sổ',
  zoomReset: 'Cửa sổ về cỡ thường',
  fullScreen: 'Toàn màn hình',
  print: 'In bài',
  savePdf: 'Lưu bài thành PDF',
  goToSetting: (title: string) => `Cài đặt: ${title}`,
  goToFeed: (title: string) => `Đến ${title}`,
};

export const viPalette = {
  label: 'Bảng lệnh',
  placeholder: 'Gõ tên việc cần làm hoặc tên nguồn',
  none: 'Không có lệnh nào như vậy.',
};
