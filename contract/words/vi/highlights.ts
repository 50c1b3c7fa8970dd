import { numberForm } from '../forms.ts';

const number = numberForm('vi');
const n = (value: number): string => number.format(value);

/** The words of highlights and notes, in Vietnamese. */
export const viHighlights = {
  title: 'Đoạn đánh dấu',
  here: 'Đánh dấu đoạn đang chọn, hoặc đoạn hay ảnh đang xem',
  picture: 'Ảnh',
  markPicture: 'Đánh dấu ảnh này',
  list: 'Xem các đoạn đánh dấu',
  selection: 'Đoạn vừa chọn',
  one: 'Đoạn đánh dấu',
  colors: { yellow: 'Vàng', green: 'Xanh lá', blue: 'Xanh dương', pink: 'Hồng' },
  color: 'Màu',
  note: 'Ghi chú',
  notePlaceholder: 'Viết ghi chú cho đoạn này',
  keepNote: 'Lưu ghi chú',
  copy: 'Chép kèm nguồn',
  copied: 'Đã chép đoạn văn kèm nguồn.',
  search: 'Tìm đoạn này trong thư viện',
  remove: 'Bỏ đánh dấu',
  removed: 'Đã bỏ đánh dấu.',
  export: 'Xuất ra Markdown',
  exported: (name: string) => `Đã lưu các đoạn đánh dấu vào ${name}.`,
  onlyThis: 'Chỉ bài đang mở',
  filter: 'Tìm trong đoạn đánh dấu và ghi chú',
  none: (key: string | undefined) => (key === undefined ? 'Chưa đánh dấu đoạn nào. Chọn chữ trong bài để đánh dấu.' : `Chưa đánh dấu đoạn nào. Chọn chữ trong bài, hoặc bấm ${key}.`),
  noneSuch: 'Không có đoạn nào như vậy.',
  count: (value: number) => `${n(value)} đoạn`,
  markdown: { title: 'Đánh dấu', orphan: 'không còn trong bài' },
  orphan: 'Bài đã đổi, không còn đoạn này. Đoạn chữ và ghi chú vẫn được giữ.',
};
