import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReader, until, type Reader } from './driver.ts';

const SEARCH = { vi: 'Tìm bài', en: 'Search' } as const;

/** What axe finds wrong with the window; the article's frame runs no script, not even axe's. */
async function violations(reader: Reader): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page: reader.page }).setLegacyMode(true).exclude('iframe').analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

async function withDialog(reader: Reader, key: string): Promise<readonly string[]> {
  await reader.page.keyboard.press(key);
  await reader.page.getByRole('dialog').waitFor();
  const found = await violations(reader);
  await reader.page.keyboard.press('Escape');
  await reader.page.getByRole('dialog').waitFor({ state: 'detached' });
  return found;
}

describe.each(['vi', 'en'] as const)('axe, with the interface in %s', (language) => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await openReader({ language });
  });
  afterAll(() => reader.close());

  describe.each(['paper', 'night'] as const)('on %s', (theme) => {
    beforeAll(async () => {
      await reader.page.evaluate((chosen) => window.docbao.settings.set({ theme: chosen }), theme);
      await until('the theme', () => reader.page.evaluate((chosen) => document.documentElement.dataset['theme'] === chosen, theme));
    });

    it('finds nothing wrong with the list and an article', async () => {
      await reader.read(/Tờ báo của riêng bạn/);
      expect(await violations(reader)).toEqual([]);
    });

    it('finds nothing wrong with an empty view', async () => {
      await reader.page.keyboard.press('3');
      await reader.page.locator('.state-message').waitFor();
      expect(await violations(reader)).toEqual([]);
      await reader.page.keyboard.press('1');
      await reader.rows.first().waitFor();
    });

    it('finds nothing wrong with what a search finds, and with a search that finds nothing', async () => {
      const box = reader.page.getByRole('textbox', { name: SEARCH[language] });
      await box.fill('bao');
      await reader.rows.filter({ has: reader.page.locator('mark') }).first().waitFor();
      expect(await violations(reader)).toEqual([]);
      await box.fill('qxzqxzqxz');
      await reader.page.locator('.search-results .state-message').waitFor();
      expect(await violations(reader)).toEqual([]);
      await box.press('Escape');
      await box.press('Escape');
    });

    it.each([['a source to add', 'a'], ['the settings', 'Control+,'], ['the shortcuts', '?'], ['the palette', 'Control+k']])(
      'finds nothing wrong with the dialog of %s',
      async (_name, key) => {
        expect(await withDialog(reader, key)).toEqual([]);
      },
    );

    it('finds nothing wrong with the tools of an article', async () => {
      await reader.page.keyboard.press('Control+f');
      await reader.page.keyboard.type('bao');
      expect(await violations(reader)).toEqual([]);
      await reader.page.keyboard.press('Escape');
      await reader.page.locator('.sync-text').click();
      expect(await violations(reader)).toEqual([]);
      await reader.page.keyboard.press('Escape');
    });
  });
});

describe('what axe cannot see', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await openReader({ language: 'en' });
    await reader.read(/Tờ báo của riêng bạn/);
  });
  afterAll(() => reader.close());

  it('has targets of 24 pixels and more (2.5.8)', async () => {
    const small = await reader.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, [role="option"], input')]
        .filter((element) => element.checkVisibility() && element.getClientRects().length > 0)
        .filter((element) => element.offsetWidth < 24 || element.offsetHeight < 24)
        .map((element) => element.getAttribute('aria-label') ?? element.outerHTML.slice(0, 80)),
    );
    expect(small).toEqual([]);
  });

  it('never hides what has the focus (2.4.11), all the way round with Tab', async () => {
    const seen = new Set<string>();
    await reader.page.locator('body').click({ position: { x: 1, y: 1 } });
    for (let press = 0; press < 40; press += 1) {
      await reader.page.keyboard.press('Tab');
      const hidden = await reader.page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body || element.tagName === 'IFRAME') return null;
        const box = element.getBoundingClientRect();
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return top !== null && (element.contains(top) || top.contains(element)) ? null : element.outerHTML.slice(0, 120);
      });
      expect(hidden).toBeNull();
      seen.add(await reader.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''));
    }
    expect(seen.size).toBeGreaterThan(12);
  });

  it('moves the edges by key, too (2.5.7)', async () => {
    const edge = reader.page.getByRole('separator', { name: 'Width of the list' });
    const before = Number(await edge.getAttribute('aria-valuenow'));
    await edge.press('ArrowRight');
    await until('the edge to move', async () => Number(await edge.getAttribute('aria-valuenow')) > before);
    await edge.press('Enter');
    await until('the edge to go back', async () => Number(await edge.getAttribute('aria-valuenow')) === before);
  });

  it('gives the focus back when a dialog closes', async () => {
    const settings = reader.page.getByRole('button', { name: 'Settings' });
    await settings.press('Enter');
    await reader.page.getByRole('dialog').waitFor();
    await reader.page.keyboard.press('Escape');
    await until('the focus to come back', () => settings.evaluate((element) => element === document.activeElement));
  });
});
