/** The words of sharing an article and of keeping it as a file, in Vietnamese. */
export const viShare = {
  menu: 'Chia sẻ và lưu thành tệp; kéo ra ngoài cũng được',
  share: 'Chia sẻ…',
  copyBoth: 'Chép tựa và đường dẫn',
  copied: 'Đã chép tựa và đường dẫn.',
  saveHtml: 'Lưu thành trang HTML…',
  saved: (name: string) => `Đã lưu thành ${name}.`,
  command: 'Chia sẻ bài',
  commandHtml: 'Lưu bài thành trang HTML',
};
