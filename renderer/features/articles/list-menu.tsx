import { ListFilter } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { ArticleView } from '../../../contract/domain/article.ts';
import { orderForAll, orderOf, viewKey, withOrder } from '../../../contract/domain/list-order.ts';
import type { Settings } from '../../../contract/domain/library.ts';
import type { ListOrder, ListSort } from '../../../contract/domain/organising.ts';
import { IconButton } from '../../components/button.tsx';
import type { MenuItem } from '../../components/menu.tsx';
import { Menu } from '../../components/menu.tsx';
import { inBackground } from '../../app/report.ts';
import type { Messages } from '../../../contract/words/messages.ts';
import { useI18n } from '../../i18n/index.ts';
import { openPanel } from '../organise/panels.ts';
import { changeSettings, currentSettings } from '../settings/settings-store.ts';
import { markViewRead } from './article-actions.ts';
import { reloadList } from './list-store.ts';

const SORTS: readonly ListSort[] = ['newest', 'oldest', 'longest'];
const DAY_MS = 86_400_000;

/** Orders lists another way; the one on screen follows at once, and is shown from its beginning. */
async function reorder(change: Partial<Settings>): Promise<void> {
  changeSettings(change);
  await reloadList();
  document.getElementById('article-list')?.scrollTo({ top: 0 });
}

function itemsOf(view: ArticleView, t: Messages): readonly MenuItem[] {
  const settings = currentSettings();
  const order = orderOf(view, settings);
  const { listByDay } = settings;
  const { list } = t.organising;
  const set = (wanted: ListOrder): void => inBackground(reorder(withOrder(view, wanted, currentSettings())));
  const older = (days: number): void => inBackground(markViewRead(view, Date.now() - days * DAY_MS));
  const bin: readonly MenuItem[] = view.kind === 'bin' ? [{ label: list.emptyBin, startsGroup: true, run: () => openPanel({ name: 'erase', ids: null }) }] : [];
  return [
    ...SORTS.map((sort) => ({ label: list.sorts[sort], isChecked: sort === order.sort, run: () => set({ ...order, sort }) })),
    { label: list.unreadFirst, startsGroup: true, isChecked: order.unreadFirst, run: () => set({ ...order, unreadFirst: !order.unreadFirst }) },
    ...(settings.listOrders[viewKey(view)] === undefined ? [] : [{ label: list.orderForAll, run: () => inBackground(reorder(orderForAll(order))) }]),
    { label: list.byDay, isChecked: listByDay, run: () => changeSettings({ listByDay: !listByDay }) },
    { label: t.list.markAllRead, command: 'mark-all-read', startsGroup: true, run: () => inBackground(markViewRead(view)) },
    { label: list.markOlderDay, run: () => older(1) },
    { label: list.markOlderWeek, run: () => older(7) },
    ...bin,
  ];
}

/** How the list is ordered, and marking it read as far as one wants. */
export function ListMenu({ view }: { readonly view: ArticleView }): ReactNode {
  const { t } = useI18n();
  const [at, setAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const open = (event: MouseEvent): void => {
    const box = event.currentTarget.getBoundingClientRect();
    setAt({ x: box.left, y: box.bottom });
  };
  return (
    <>
      <IconButton label={t.organising.list.menu} aria-haspopup="menu" aria-expanded={at !== null} icon={<ListFilter size={16} />} onClick={open} />
      {at !== null && <Menu label={t.organising.list.menu} at={at} items={itemsOf(view, t)} onClose={() => setAt(null)} />}
    </>
  );
}
