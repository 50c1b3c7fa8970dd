/** The words of the map of keys, in Vietnamese. */
export const viKeys = {
  title: 'Phím của từng việc',
  hint: 'Bấm dấu cộng rồi bấm phím muốn dùng. Đổi là dùng được ngay, ở cả trình đơn.',
  character: 'Phím một chữ',
  characterHint: 'Tắt đi nếu bạn ra lệnh bằng giọng nói, hoặc hay chạm nhầm phím; phím có Ctrl hoặc Alt vẫn dùng được.',
  characters: { on: 'Dùng', off: 'Không dùng' },
  listening: 'Bấm phím…',
  add: (command: string) => `Thêm phím cho: ${command}`,
  remove: (key: string, command: string) => `Bỏ phím ${key} của: ${command}`,
  reset: (command: string) => `Trả phím thường dùng cho: ${command}`,
  resetAll: 'Trả mọi phím về như cũ',
  taken: (key: string, command: string) => `${key} đang là phím của “${command}”.`,
  take: 'Lấy phím này',
  reserved: (key: string) => `${key} có việc riêng ở mọi nơi, không đổi được. Chọn phím khác.`,
};
