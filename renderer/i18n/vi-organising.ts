/** The words of keeping a library in order, in Vietnamese. */
export const viOrganising = {
  views: {
    queue: 'Đọc sau',
    archived: 'Đã cất',
    snoozed: 'Tạm ẩn',
    bin: 'Thùng rác',
  },
  empty: {
    queue: 'Chưa có bài nào để đọc sau. Nhấn B để thêm bài đang xem.',
    archived: 'Chưa cất bài nào. Nhấn E để cất bài đã đọc xong.',
    snoozed: 'Không có bài nào đang tạm ẩn.',
    bin: 'Thùng rác trống.',
    tag: 'Chưa có bài nào mang thẻ này.',
  },
};
