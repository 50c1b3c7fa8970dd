/** The name of a language begins small where it is not the sentence's first word. */
const insideSentence = (name: string): string => name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);

/** The words of reading aloud, in Vietnamese. */
export const viSpeech = {
  start: 'Đọc thành tiếng',
  fromHere: 'Đọc thành tiếng từ đây',
  label: 'Đang đọc thành tiếng',
  pause: 'Tạm dừng',
  resume: 'Đọc tiếp',
  stop: 'Thôi đọc',
  next: 'Câu sau',
  previous: 'Câu trước',
  hearNext: 'Nghe sang câu sau',
  hearPrevious: 'Nghe lại câu trước',
  rate: (rate: string) => `Tốc độ ${rate}`,
  finished: 'Đã đọc hết bài cuối trong danh sách.',
  failed: 'Giọng đọc của hệ thống ngừng giữa chừng. Bấm đọc để nghe lại.',
  noVoice: (language: string) => `Máy chưa có giọng đọc ${insideSentence(language)}. Cài thêm giọng đọc trong phần cài đặt của hệ thống.`,
  voice: 'Giọng đọc',
  voiceHint: 'Mỗi thứ tiếng một giọng, trong số các giọng của máy. Tự chọn thì Docbao lấy giọng mà hệ thống đặt sẵn.',
  voiceFor: (language: string) => `Giọng đọc ${insideSentence(language)}`,
  automatic: 'Tự chọn',
  listen: 'Nghe thử',
  /** What a voice says so that one hears what it is like. */
  sample: 'Sáng nay trời trong, ngồi đọc báo bên hiên nhà.',
};
