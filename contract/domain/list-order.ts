import type { ArticleView } from './article.ts';
import type { Settings } from './library.ts';
import type { ListOrder } from './organising.ts';

type Orders = Pick<Settings, 'listSort' | 'listUnreadFirst' | 'listOrders'>;

/** A view by name, as its order is remembered: `starred`, `feed:12`. */
export function viewKey(view: ArticleView): string {
  if (view.kind === 'feed') return `feed:${view.feedId}`;
  if (view.kind === 'folder') return `folder:${view.folderId}`;
  return view.kind === 'tag' ? `tag:${view.tagId}` : view.kind;
}

/** How the user wants a view's list to be ordered: as it was set there, else as all lists are. */
export function orderOf(view: ArticleView, { listSort, listUnreadFirst, listOrders }: Orders): ListOrder {
  return listOrders[viewKey(view)] ?? { sort: listSort, unreadFirst: listUnreadFirst };
}

/** Orders one view's list another way; where that is how all lists are ordered, it goes along with them again. */
export function withOrder(view: ArticleView, order: ListOrder, { listSort, listUnreadFirst, listOrders }: Orders): Pick<Settings, 'listOrders'> {
  const isUsual = order.sort === listSort && order.unreadFirst === listUnreadFirst;
  const others = Object.entries(listOrders).filter(([key]) => key !== viewKey(view));
  return { listOrders: Object.fromEntries(isUsual ? others : [...others, [viewKey(view), order]]) };
}

/** Orders all lists, from now on, as one view's is. */
export function orderForAll(order: ListOrder): Orders {
  return { listSort: order.sort, listUnreadFirst: order.unreadFirst, listOrders: {} };
}
