/** The words of stories that several papers tell, in Vietnamese. */
export const viStories = {
  others: (count: number) => `+${count} báo khác`,
  alsoIn: 'Cũng đăng ở:',
};
