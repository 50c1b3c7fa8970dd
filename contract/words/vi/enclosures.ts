const KINDS: readonly (readonly [RegExp, string])[] = [[/^audio\//, 'Âm thanh'], [/^video\//, 'Phim'], [/pdf$/, 'PDF'], [/epub/, 'Sách EPUB'], [/^image\//, 'Ảnh']];

/** The words of files that are attached to articles, in Vietnamese. */
export const viEnclosures = {
  title: 'Tệp kèm theo',
  download: 'Tải về',
  again: 'Thử lại',
  stop: 'Dừng',
  open: 'Mở',
  kept: 'đã có trong thư viện',
  minutes: (minutes: number) => `${minutes} phút`,
  coming: (bytes: string, of: string | null) => (of === null ? `đang tải, được ${bytes}` : `đang tải, ${bytes} trên ${of}`),
  kindOf: (mimeType: string) => KINDS.find(([pattern]) => pattern.test(mimeType))?.[1] ?? 'Tệp',
};
