/** A page of our own, long enough to be an article; `number` makes it another one. */
export function madeUpPage(number: number, figure = ''): string {
  const paragraphs = Array.from({ length: 5 }, (_, at) => `<p>Đoạn ${at + 1} của ghi chép ${number}: nước suối Bản Phố lên cao hơn mọi năm, người trong thôn ra xem từ sáng sớm và kể lại những mùa lũ cũ cho bọn trẻ nghe bên bếp lửa.</p>`);
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Ghi chép ${number} ở Bản Phố</title></head><body><article><h1>Ghi chép ${number} ở Bản Phố</h1>${paragraphs[0]}${figure}${paragraphs.slice(1).join('')}</article></body></html>`;
}
