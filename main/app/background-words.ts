import type { Language } from '../../contract/words/index.ts';

const number = { vi: new Intl.NumberFormat('vi'), en: new Intl.NumberFormat('en') } as const;

const VI = {
  open: 'Mở Docbao',
  unread: (count: number) => (count === 0 ? 'Đã đọc hết' : `${number.vi.format(count)} bài chưa đọc`),
  sync: 'Cập nhật ngay',
  pause: 'Tạm ngừng một giờ',
  resume: 'Thôi tạm ngừng',
  quit: 'Thoát Docbao',
  arrived: (count: number, feeds: number) => (feeds === 1 ? `${number.vi.format(count)} bài mới` : `${number.vi.format(count)} bài mới từ ${number.vi.format(feeds)} nguồn`),
  andMore: (feeds: number) => `và ${number.vi.format(feeds)} nguồn nữa`,
  alert: (name: string, count: number) => `${name}: ${number.vi.format(count)} bài mới`,
};

const EN: typeof VI = {
  open: 'Open Docbao',
  unread: (count) => (count === 0 ? 'Everything is read' : `${number.en.format(count)} unread`),
  sync: 'Update now',
  pause: 'Pause for an hour',
  resume: 'End the pause',
  quit: 'Quit Docbao',
  arrived: (count, feeds) => `${number.en.format(count)} new ${count === 1 ? 'article' : 'articles'}${feeds === 1 ? '' : ` from ${number.en.format(feeds)} sources`}`,
  andMore: (feeds) => `and ${number.en.format(feeds)} more`,
  alert: (name, count) => `${name}: ${number.en.format(count)} new`,
};

/** The words of the tray's menu and of notifications. */
export function backgroundWords(language: Language): typeof VI {
  return language === 'vi' ? VI : EN;
}
