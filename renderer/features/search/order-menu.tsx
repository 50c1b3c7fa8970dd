import { ArrowDownWideNarrow } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useState } from 'react';
import { RESULT_ORDERS } from '../../../contract/domain/search.ts';
import { IconButton } from '../../components/button.tsx';
import { Menu } from '../../components/menu.tsx';
import { useI18n } from '../../i18n/index.ts';
import { orderIn, withOrder } from './result-order.ts';
import { currentSearch, typeQuery } from './search-store.ts';

/** In which order results stand; it is a part of the query, so that it is kept with a search. */
export function OrderMenu(): ReactNode {
  const { t } = useI18n();
  const [at, setAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const open = (event: MouseEvent): void => {
    const box = event.currentTarget.getBoundingClientRect();
    setAt({ x: box.left, y: box.bottom });
  };
  const now = at === null ? 'best' : orderIn(currentSearch().text);
  const items = RESULT_ORDERS.map((order) => ({
    label: t.search.orders[order],
    isChecked: order === now,
    run: () => typeQuery(`${withOrder(currentSearch().text, order, t)} `),
  }));
  return (
    <>
      <IconButton label={t.search.sort} aria-haspopup="menu" aria-expanded={at !== null} icon={<ArrowDownWideNarrow size={16} />} onClick={open} />
      {at !== null && <Menu label={t.search.sort} at={at} items={items} onClose={() => setAt(null)} />}
    </>
  );
}
