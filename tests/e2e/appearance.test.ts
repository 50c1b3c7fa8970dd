import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATIENCE, openReader, until, type Reader } from './driver.ts';

describe('language and theme', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await openReader({ language: 'vi' });
    await reader.read(/Tờ báo của riêng bạn/);
  });
  afterAll(() => reader.close());

  const menu = (): Promise<string[]> => reader.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label) ?? []);
  const pageColour = (): Promise<string> => reader.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  it('changes the language of window and menu at once', async () => {
    expect(await menu()).toContain('Tệp');
    await reader.page.evaluate(() => window.docbao.settings.set({ language: 'en' }));
    await expect.poll(() => reader.page.locator('body').innerText(), PATIENCE).toContain('Unread');
    await expect.poll(menu, PATIENCE).toContain('File');
    expect(await reader.page.evaluate(() => document.documentElement.lang)).toBe('en');
    await expect.poll(() => reader.inArticle((doc) => doc.querySelector('.docbao-meta')?.textContent ?? ''), PATIENCE).toContain('min read');
  });

  it('writes dates and numbers as each language does', async () => {
    const day = async (): Promise<string> => {
      // What the tooltip says is written when the pointer comes.
      await reader.page.mouse.move(0, 0);
      await reader.rows.first().locator('time').hover();
      return reader.rows.first().locator('time').evaluate((time: HTMLElement) => time.title);
    };
    const counted = (): Promise<string> => reader.page.getByRole('navigation').getByRole('button').first().innerText();
    await expect.poll(day, PATIENCE).toMatch(/^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? \d+ [A-Z][a-z]+ \d{4}/);
    await expect.poll(counted, PATIENCE).toMatch(/\d+ articles/);
    await reader.page.evaluate(() => window.docbao.settings.set({ language: 'vi' }));
    await expect.poll(day, PATIENCE).toMatch(/(Thứ (Hai|Ba|Tư|Năm|Sáu|Bảy)|Chủ Nhật).* tháng \d+/);
    await expect.poll(counted, PATIENCE).toMatch(/\d+ bài/);
    await reader.page.evaluate(() => window.docbao.settings.set({ language: 'en' }));
    await expect.poll(counted, PATIENCE).toMatch(/\d+ articles/);
  });

  it('follows the system, light or dark, while that is chosen', async () => {
    await reader.page.evaluate(() => window.docbao.settings.set({ theme: 'system' }));
    for (const [colorScheme, colour] of [['dark', 'rgb(23, 22, 20)'], ['light', 'rgb(251, 249, 244)']] as const) {
      await reader.page.emulateMedia({ colorScheme });
      await expect.poll(pageColour, PATIENCE).toBe(colour);
      await expect.poll(() => reader.inArticle((doc) => getComputedStyle(doc.documentElement).backgroundColor), PATIENCE).toBe(colour);
    }
  });

  it.each([
    ['night', 'rgb(23, 22, 20)', true],
    ['black', 'rgb(0, 0, 0)', true],
    ['sepia', 'rgb(244, 236, 216)', false],
    ['paper', 'rgb(251, 249, 244)', false],
  ] as const)('paints window and article in %s', async (theme, colour, isDark) => {
    await reader.page.evaluate((chosen) => window.docbao.settings.set({ theme: chosen }), theme);
    await expect.poll(pageColour, PATIENCE).toBe(colour);
    await expect.poll(() => reader.inArticle((doc) => doc.documentElement.dataset['theme']), PATIENCE).toBe(theme);
    await expect.poll(() => reader.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors), PATIENCE).toBe(isDark);
    await expect
      .poll(() => reader.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBackgroundColor().toLowerCase()), PATIENCE)
      .toBe(`#${(colour.match(/\d+/g) ?? []).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`);
  });

  it('shows an accent of one’s own in window and article, as clear as the theme needs it', async () => {
    const shown = (): Promise<string> => reader.page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent').trim());
    await reader.page.evaluate(() => window.docbao.settings.set({ theme: 'paper', accent: 'own', ownAccent: '#ffcc00' }));
    await expect.poll(shown, PATIENCE).toBe('#846800');
    const onPaper = await shown();
    expect(await reader.inArticle((doc) => doc.documentElement.style.getPropertyValue('--accent'))).toBe(onPaper);
    await reader.page.evaluate(() => window.docbao.settings.set({ theme: 'night' }));
    await expect.poll(shown, PATIENCE).toBe('#ffcc00');
    await reader.page.evaluate(() => window.docbao.settings.set({ accent: 'lacquer' }));
    await expect.poll(shown, PATIENCE).toBe('#e8897a');
  });

  const type = (): Promise<string> => reader.inArticle((doc) => {
    const style = getComputedStyle(doc.querySelector('.docbao-body p') ?? doc.body);
    return `${style.fontFamily.split(',')[0]} ${style.fontSize}`;
  });
  const measure = (): Promise<number> => reader.inArticle((doc) => doc.querySelector('.docbao-body p')?.clientWidth ?? 0);

  it('sets the text in another font, size and measure at once; closes the card for it by Esc, from inside the article too', async () => {
    const card = reader.page.locator('.appearance');
    await reader.page.locator('button:has(.lucide-a-large-small)').click();
    await card.waitFor();
    expect(await type()).toBe('"Literata Variable" 19px');
    const before = await measure();
    await card.getByRole('radio', { name: 'Source Serif 4' }).check({ force: true });
    await card.getByRole('button', { name: 'Larger text' }).click();
    await expect.poll(type, PATIENCE).toBe('"Source Serif 4 Variable" 20px');
    await card.getByRole('radio', { name: 'Narrow' }).check({ force: true });
    await expect.poll(measure, PATIENCE).toBeLessThan(before);
    await until('the article to have the focus', async () => {
      await reader.page.keyboard.press('Tab');
      return reader.page.evaluate(() => document.activeElement?.tagName === 'IFRAME');
    });
    expect(await card.isVisible()).toBe(true);
    await reader.page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
  });

  it('is dark from the first frame of the next start', async () => {
    await reader.page.evaluate(() => window.docbao.settings.set({ theme: 'night' }));
    await expect.poll(() => reader.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource), PATIENCE).toBe('dark');
    await reader.close();
    reader = await openReader({ library: reader.library, language: 'vi' });
    const served = await reader.app.evaluate(async ({ net }) => (await net.fetch('docbao-app://ui/index.html')).text());
    expect(served).toContain('<html lang="en" data-theme="night">');
    await reader.read(/Tờ báo của riêng bạn/);
    expect(await type()).toBe('"Source Serif 4 Variable" 20px');
  });
});
