import { numberForm } from '../forms.ts';

const number = numberForm('vi');

/** The words of the first start, in Vietnamese. */
export const viWelcome = {
  title: 'Tờ báo của riêng bạn',
  lede: 'Docbao lấy bài từ những nguồn bạn chọn, cất cả chữ lẫn ảnh vào máy, để đọc và tìm được lúc nào cũng vậy, có mạng hay không.',
  pick: 'Bắt đầu với vài nguồn',
  pickHint: 'Chọn bao nhiêu cũng được, sau này thêm bớt lúc nào tùy bạn.',
  languages: { vi: 'Báo tiếng Việt', en: 'Báo quốc tế, tiếng Anh' },
  topics: { news: 'Thời sự', business: 'Kinh tế', local: 'Địa phương', world: 'Thế giới', science: 'Khoa học', technology: 'Công nghệ' },
  evidence: { seen: 'lấy được bài', 'long-in-use': 'chưa thử gần đây', guess: 'địa chỉ phỏng đoán' },
  all: 'Chọn hết',
  none: 'Bỏ hết',
  follow: (count: number) => (count === 0 ? 'Theo dõi nguồn đã chọn' : `Theo dõi ${number.format(count)} nguồn`),
  followed: (count: number) => (count === 0 ? 'Các nguồn này đã theo dõi từ trước.' : `Đã theo dõi ${number.format(count)} nguồn. Docbao đang lấy bài về.`),
  importList: 'Nhập danh sách (OPML)',
  justRead: 'Đọc mấy bài có sẵn',
};
