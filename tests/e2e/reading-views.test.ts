import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATIENCE, openReader, temporaryFolder, until, type Reader } from './driver.ts';
import { endSentence, pretendVoices, reachWord, said } from './fake-voices.ts';
import { pictureBoxes } from './picture-boxes.ts';
import { ELSEWHERE, MARKET, PICTURES } from './reading-pages.ts';

async function resize(reader: Reader, width: number, height: number): Promise<void> {
  await reader.app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height), { width, height });
  await until(`a window of ${width} pixels`, () => reader.page.evaluate((wanted) => Math.abs(window.innerWidth - wanted) < 40, width));
}

describe('reading in the window', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await openReader({ language: 'en' });
    await resize(reader, 1280, 640);
  });
  afterAll(() => reader.close());

  const scrollTop = (): Promise<number> => reader.inArticle((doc) => doc.documentElement.scrollTop);
  const titles = (): Promise<string[]> => reader.rows.locator('.row-title').allInnerTexts();

  it('goes through the list by key', async () => {
    const [first = '', second = ''] = (await titles()).map((title) => title.split('\n')[0] ?? '');
    await reader.read(first);
    await reader.page.keyboard.press('j');
    await reader.shown(second);
    await reader.page.keyboard.press('k');
    await reader.shown(first);
  });

  it('resumes an article at its paragraph', async () => {
    const paragraph = await reader.inArticle((doc) => {
      const block = doc.querySelector('.docbao-body')?.children[3];
      block?.scrollIntoView();
      return block?.textContent ?? '';
    });
    await until('the position to be kept', async () => {
      const position = await reader.page.evaluate(async () => {
        const ids = await window.docbao.articles.listIds({ view: { kind: 'all' } });
        return window.docbao.articles.getPosition({ id: (ids.ok && ids.value.ids[0]) || 0 });
      });
      return position.ok && position.value !== null;
    });
    await reader.page.keyboard.press('j');
    await until('the next article at its beginning', async () => (await scrollTop()) === 0);
    await reader.page.keyboard.press('k');
    await until('the paragraph', () =>
      reader.inArticle((doc) => doc.documentElement.scrollTop).then((top) => top > 0),
    );
    const atTop = await reader.inArticle((doc) => {
      const blocks = [...(doc.querySelector('.docbao-body')?.children ?? [])];
      return blocks.find((block) => block.getBoundingClientRect().bottom > 72)?.textContent ?? '';
    });
    expect(atTop).toBe(paragraph);
  });

  it('finds in the article without marks, and goes from match to match', async () => {
    await reader.page.keyboard.press('Control+f');
    await reader.page.keyboard.type('docbao');
    const count = reader.page.locator('.find-count');
    await expect.poll(() => count.innerText(), PATIENCE).toMatch(/^1\/\d+$/);
    await reader.page.keyboard.press('Enter');
    await expect.poll(() => count.innerText(), PATIENCE).toMatch(/^2\/\d+$/);
    await reader.page.keyboard.press('Escape');
    expect(await reader.inArticle((doc) => doc.defaultView?.CSS.highlights.size)).toBe(0);
  });

  it('shows a picture by itself, by key, and comes back', async () => {
    await reader.inArticle((doc) => doc.querySelector<HTMLElement>('.docbao-body img')?.focus());
    await reader.page.keyboard.press('Enter');
    await reader.page.getByRole('dialog', { name: 'Enlarge the image' }).waitFor();
    await reader.page.keyboard.press('Escape');
    await reader.page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('lets the article stand alone, and gives the window back', async () => {
    await reader.page.keyboard.press('f');
    await expect.poll(() => reader.page.getByRole('navigation').isVisible(), PATIENCE).toBe(false);
    await reader.page.keyboard.press('Escape');
    await reader.page.getByRole('navigation').waitFor();
  });

  it('gives the list back as it was when a search ends', async () => {
    const list = reader.page.locator('#article-list');
    await list.evaluate((element) => {
      element.scrollTop = 260;
    });
    await reader.page.keyboard.press('/');
    await reader.page.keyboard.type('bao');
    await reader.page.locator('#search-hits').waitFor();
    await reader.page.keyboard.press('Escape');
    await reader.page.locator('#search-hits').waitFor({ state: 'detached' });
    expect(await list.evaluate((element) => element.scrollTop)).toBe(260);
    await reader.page.keyboard.press('Escape');
  });

  it('runs a command by its name, typed without marks', async () => {
    await reader.page.keyboard.press('Control+k');
    await reader.page.keyboard.type('starred art');
    await reader.page.keyboard.press('Enter');
    await expect.poll(() => reader.page.locator('.list-head h1').first().innerText(), PATIENCE).toBe('Starred');
    await reader.page.keyboard.press('1');
  });

  it('marks all read, and takes it back', async () => {
    const unread = (): Promise<number> =>
      reader.page.evaluate(async () => {
        const list = await window.docbao.feeds.list();
        return list.ok ? list.value.counts.unread : -1;
      });
    const before = await unread();
    expect(before).toBeGreaterThan(2);
    await reader.page.keyboard.press('Shift+A');
    await until('nothing unread', async () => (await unread()) === 0);
    await reader.page.getByRole('button', { name: 'Undo' }).click();
    await until('the unread ones back', async () => (await unread()) === before);
  });

  it('closes a menu with the size that it was opened for; has two panes in a narrow window and one in a small one, with a way back', async () => {
    await reader.page.locator('.list-head [aria-haspopup="menu"]').first().click();
    await reader.page.getByRole('menu').waitFor();
    await resize(reader, 820, 600);
    await reader.page.getByRole('menu').waitFor({ state: 'detached' });
    await reader.page.getByRole('button', { name: 'Sources' }).click();
    await reader.page.getByRole('button', { name: /^Starred/ }).waitFor();
    await reader.page.keyboard.press('Escape');
    await resize(reader, 660, 600);
    await reader.page.getByRole('button', { name: 'Back' }).click();
    await reader.rows.first().click();
    await reader.page.getByRole('button', { name: 'Back' }).waitFor();
  });

  /** Keeps a page as a file that was dropped, and opens it. */
  const keep = async (title: string, text: string, name = 'page.html'): Promise<void> => {
    await reader.page.evaluate(async (file) => {
      const saved = await window.docbao.articles.saveFile({ name: file.name, bytes: new TextEncoder().encode(file.text) });
      if (!saved.ok) throw new Error(saved.error.message);
    }, { name, text });
    await reader.page.locator('.list-fresh').click();
    await reader.read(title);
  };
  const inFrame = (selector: string) => reader.page.frameLocator('iframe[data-shown="true"]').locator(selector);
  const focused = (): Promise<string> => reader.inArticle((doc) => doc.activeElement?.textContent ?? '');

  it('shows a note beside its mark by key, and gives the focus back', async () => {
    await resize(reader, 1280, 640);
    await keep('Phiên chợ trên núi', MARKET);
    await inFrame('a[role="doc-noteref"]').first().focus();
    await reader.page.keyboard.press('Enter');
    await expect.poll(() => inFrame('.docbao-footnote').innerText(), PATIENCE).toContain('ông Vàng Seo Chư');
    await reader.page.keyboard.press('Escape');
    await inFrame('.docbao-footnote').waitFor({ state: 'detached' });
    expect(await focused()).toBe('1');
    expect(await reader.shown('Phiên chợ trên núi')).toContain('Tên gọi cũ');
  });

  it('goes to a note and back to the text', async () => {
    await inFrame('a[role="doc-noteref"]').nth(1).click();
    await inFrame('.docbao-footnote').getByRole('button', { name: 'Go to the note' }).click();
    await inFrame('.docbao-footnote').getByRole('button', { name: 'Back to the text' }).waitFor();
    expect(await reader.inArticle((doc) => doc.getElementById('place-4')?.getBoundingClientRect().top ?? -1)).toBeGreaterThan(0);
    const progress = (): Promise<number> => reader.inArticle((doc) => Number.parseFloat(doc.defaultView?.getComputedStyle(doc.body, '::after').width ?? '') / doc.documentElement.clientWidth);
    expect(await progress()).toBeGreaterThan(0.3);
    await reader.page.keyboard.press('Enter');
    await expect.poll(focused, PATIENCE).toBe('[2]');
  });

  it('scrolls the table that is too wide by key, and leaves the other alone', async () => {
    const wide = inFrame('.docbao-table[role="region"]');
    expect(await wide.getAttribute('aria-label')).toBe('Wide table, scrolls sideways: Các phiên chợ vùng cao.');
    await wide.focus();
    await reader.page.keyboard.press('ArrowRight');
    await expect.poll(() => wide.evaluate((box) => box.scrollLeft), PATIENCE).toBeGreaterThan(0);
    expect(await inFrame('.docbao-table').count()).toBe(2);
  });

  it('wraps code, colours it without touching its text, and copies it by key', async () => {
    const code = await reader.inArticle((doc) => doc.querySelector('pre')?.textContent ?? '');
    expect(await inFrame('pre').evaluate((block) => block.scrollWidth > block.clientWidth)).toBe(false);
    await expect.poll(() => reader.marked('docbao-code-keyword'), PATIENCE).toBe('for const of');
    expect(await reader.marked('docbao-code-string')).toContain("'2026-01-01'");
    expect(await reader.inArticle((doc) => doc.querySelectorAll('pre span').length)).toBe(0);
    await inFrame('.docbao-copy').focus();
    await reader.page.keyboard.press('Enter');
    await reader.page.getByText('Code copied.').waitFor();
    expect(await reader.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(code);
    await reader.inArticle((doc) => doc.documentElement.scrollTo({ top: 0 }));
  });

  it('leaves as a file with its pictures, by the menu and by dragging', async () => {
    const folder = temporaryFolder('article-file');
    await reader.app.evaluate(({ BrowserWindow, dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents === undefined) throw new Error('no window');
      contents.startDrag = ({ file }) => {
        (globalThis as { dragged?: string }).dragged = file;
      };
    }, join(folder, 'bai.html'));
    const button = reader.page.getByRole('button', { name: 'Share and save as a file, or drag it out' });
    await button.click();
    await reader.page.getByRole('menuitem', { name: 'Save as an HTML page…' }).click();
    await reader.page.getByText('Saved as bai.html.').waitFor();
    expect(await readFile(join(folder, 'bai.html'), 'utf8')).toContain('<h1 class="docbao-title">Phiên chợ trên núi</h1>');
    await button.dispatchEvent('dragstart');
    await expect.poll(() => reader.app.evaluate(() => (globalThis as { dragged?: string }).dragged ?? ''), PATIENCE).toMatch(/Phiên chợ trên núi\.html$/);
  });

  it('is read aloud by a Vietnamese voice, sentence by sentence, and on to the next article', async () => {
    const marked = (name = 'docbao-speech'): Promise<string> => reader.marked(name);
    const last = async (): Promise<string> => (await said(reader.page)).at(-1)?.text ?? '';
    const bar = reader.page.getByRole('toolbar', { name: 'Reading aloud' });
    await pretendVoices(reader.page, ['en-US Amy', 'vi-VN An', 'vi-VN Linh']);
    await reader.page.keyboard.press('p');
    await expect.poll(last, PATIENCE).toBe('Phiên chợ trên núi');
    await endSentence(reader.page);
    expect(await said(reader.page)).toMatchObject([{ name: 'An', rate: 1 }, { text: 'Chợ phiên họp từ lúc sương còn trắng trên mái nhà.' }]);
    expect(await marked()).toBe('Chợ phiên họp từ lúc sương còn trắng trên mái nhà.');
    await reachWord(reader.page, 'sương');
    expect(await marked('docbao-speech-word')).toBe('sương');
    await bar.getByRole('button', { name: 'Pause' }).click();
    await reader.page.keyboard.press('.');
    expect(await marked()).toMatch(/^Người từ các bản xa/);
    expect(await marked('docbao-speech-word')).toBe('');
    expect((await said(reader.page)).length).toBe(2);
    await bar.getByRole('button', { name: 'Speed 1' }).click();
    await bar.getByRole('button', { name: 'Resume' }).click();
    await expect.poll(async () => (await said(reader.page)).at(-1), PATIENCE).toMatchObject({ text: expect.stringMatching(/mặc cả\.$/) as string, rate: 1.25 });
    await bar.getByRole('button', { name: 'Voice for Vietnamese' }).click();
    await reader.page.getByRole('menuitemcheckbox', { name: 'Linh' }).click();
    await expect.poll(async () => (await said(reader.page)).at(-1), PATIENCE).toMatchObject({ name: 'Linh', text: expect.stringMatching(/mặc cả\.$/) as string });
    await inFrame('blockquote p').click();
    await expect.poll(last, PATIENCE).toBe('Đi chợ không phải để mua, mà để gặp.');
    expect(await marked()).toBe('Đi chợ không phải để mua, mà để gặp.');
    // The list was read before there was anything else: the next article is one of the starter's.
    const title = (await titles())[1]?.split('\n')[0] ?? '';
    // The next article is opened before it is read: a sentence more may have ended by the time one looks.
    while (!(await said(reader.page)).some(({ text }) => text === title)) await endSentence(reader.page);
    await reader.shown(title);
    await endSentence(reader.page, 'error');
    await reader.page.getByText('The system’s voice stopped').waitFor();
    await bar.waitFor({ state: 'detached' });
  });

  it('is read by the voice that was chosen for its language, from the place in sight; a voice is heard before it is taken', async () => {
    await reader.read('Phiên chợ trên núi');
    await pretendVoices(reader.page, ['en-US Amy', 'vi-VN An', 'vi-VN Linh']);
    await reader.inArticle((doc) => doc.querySelectorAll('h2')[1]?.scrollIntoView());
    await reader.page.keyboard.press('Shift+P');
    await expect.poll(() => said(reader.page), PATIENCE).toMatchObject([{ name: 'Linh', text: 'Đường đi' }]);
    await reader.page.getByRole('button', { name: 'Stop reading aloud' }).click();
    await reader.page.keyboard.press('Control+,');
    await reader.page.getByRole('button', { name: 'Reading', exact: true }).click();
    await reader.page.getByRole('combobox', { name: 'Vietnamese' }).selectOption({ label: 'Automatic' });
    await expect.poll(() => said(reader.page), PATIENCE).toMatchObject([{}, { name: 'An', text: 'Sáng nay trời trong, ngồi đọc báo bên hiên nhà.' }]);
    await reader.page.keyboard.press('Escape');
  });

  it('says so in words where no voice speaks the language', async () => {
    await pretendVoices(reader.page, ['en-US Amy']);
    await reader.read('Phiên chợ trên núi');
    await reader.page.keyboard.press('p');
    await reader.page.getByText('This computer has no voice for Vietnamese.').waitFor();
    expect(await said(reader.page)).toEqual([]);
  });

  it('sets other scripts as they are set, and in their direction', async () => {
    const look = (): Promise<string> => reader.inArticle((doc) => {
      const style = (selector: string) => doc.defaultView?.getComputedStyle(doc.querySelector(selector) ?? doc.body);
      return [doc.documentElement.lang, style('.docbao-body')?.direction, style('.docbao-body p')?.textAlign, style('.docbao-body p')?.wordBreak, style('.docbao-meta time')?.direction].join(' ');
    });
    await keep('سوق فوق الجبل', ELSEWHERE.ar);
    expect(await look()).toBe('ar rtl start normal ltr');
    await keep('산 위의 장터', ELSEWHERE.ko);
    expect(await look()).toBe('ko ltr start keep-all ltr');
    await keep('山の上の市場', ELSEWHERE.ja);
    expect(await look()).toBe('ja ltr justify normal ltr');
  });

  it('gives pictures the room beside the text where there is some, each whole in sight, several under one caption side by side', async () => {
    await keep('Ảnh từ đỉnh đèo', PICTURES, 'anh.md');
    await until('the pictures', async () => (await pictureBoxes(reader)).pictures.length === 4);
    const narrow = await pictureBoxes(reader);
    expect(narrow.pictures[0]).toMatchObject({ left: narrow.text.left, width: narrow.text.width });
    expect(narrow.pictures[1]?.height).toBeLessThan(narrow.windowHeight);
    await reader.page.keyboard.press('f');
    await until('room beside the text', async () => ((await pictureBoxes(reader)).pictures[0]?.width ?? 0) > narrow.text.width);
    const { text, caption, pictures: [wide = caption, , left = caption, right = caption] } = await pictureBoxes(reader);
    expect(wide.width).toBeGreaterThan(text.width + 100);
    expect(wide.left + wide.width / 2).toBeCloseTo(text.left + text.width / 2, 0);
    expect(caption).toMatchObject({ left: wide.left, width: wide.width });
    expect(right.top).toBe(left.top);
    expect(Math.abs(left.height - right.height)).toBeLessThanOrEqual(1);
    await reader.page.keyboard.press('Escape');
  });
});
