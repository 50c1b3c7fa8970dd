export type TagId = number;

/** The colours that a tag may have, by name; each theme has its own shade of them. */
export const TAG_COLORS = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'grey'] as const;
export type TagColor = (typeof TAG_COLORS)[number];

/** The user's own word for articles, as an article carries it. */
export interface TagLabel {
  readonly id: TagId;
  readonly name: string;
  readonly color: TagColor;
}

/** A tag, with how many articles of its view there are and how many of them are unread. */
export interface Tag extends TagLabel {
  readonly articleCount: number;
  readonly unreadCount: number;
}

/** Names something that was done and can be taken back: see `library:undo`. */
export type UndoId = number;

/** What came of an action that can be taken back; null where it changed nothing. */
export interface Done {
  readonly undo: UndoId | null;
}

/** By date, or by how much there is to read. Views that have a time of their own (read later, snoozed, bin) take that for the date. */
export type ListSort = 'newest' | 'oldest' | 'longest';

/** How a list is ordered; `unreadFirst` puts what is unread on top, each part in the order of `sort`. */
export interface ListOrder {
  readonly sort: ListSort;
  readonly unreadFirst: boolean;
}

/** Articles of one day that follow each other in a list. */
export interface ListDay {
  /** Midnight at which the day begins in the system's zone, epoch milliseconds. */
  readonly day: number;
  readonly count: number;
}

/** What becomes of a feed's articles when it is unfollowed: all stay, or only those the user has done something with. */
export type KeptArticles = 'all' | 'marked';

/** How many days what was deleted can be taken back. */
export const BIN_DAYS = 30;
