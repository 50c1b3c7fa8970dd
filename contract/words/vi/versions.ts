/** The words of what an article was before, in Vietnamese. */
export const viVersions = {
  title: 'Bài này trước đây',
  page: 'Xem trang gốc đã lưu',
  changed: 'Bài đã được báo sửa',
  replacedAt: (when: string) => `Xem chỗ sửa: ${when}`,
  changedAt: (when: string) => `Báo sửa bài này: ${when}. Chữ bị bỏ thì gạch ngang, chữ mới thì gạch chân.`,
  added: 'Thêm:',
  removed: 'Bỏ:',
  same: 'Chữ nghĩa không đổi, chỉ đổi cách trình bày.',
};
