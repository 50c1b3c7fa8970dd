import { eachWord, formsOf } from '../../../contract/domain/fold.ts';

export type FilterName = 'feed' | 'folder' | 'tag' | 'author' | 'site' | 'is' | 'has' | 'lang' | 'date' | 'after' | 'before' | 'title' | 'sort';

interface NamedFilter {
  readonly name: FilterName;
  /** Folded values that may be several words. */
  readonly values: ReadonlySet<string>;
}

/** A name or value as it is compared: folded, without spaces and hyphens (`Thư mục` is `thumuc`). */
export function foldName(text: string): string {
  let folded = '';
  eachWord(text, (word) => {
    folded += formsOf(word).folded;
  });
  return folded;
}

/** What a filter's value means, by its folded spellings. */
export const VALUES = {
  is: {
    unread: ['unread', 'chuadoc', 'moi'],
    read: ['read', 'dadoc'],
    starred: ['starred', 'sao', 'cosao', 'danhdausao', 'gansao'],
    archived: ['archived', 'luutru', 'daluutru', 'daluu', 'dacat'],
    highlighted: ['highlighted', 'danhdau', 'codanhdau', 'tosang', 'cotosang'],
    queued: ['queued', 'later', 'readlater', 'docsau', 'dedocsau'],
    snoozed: ['snoozed', 'taman', 'hoan', 'hoanlai', 'danghoan', 'hendoc', 'nhaclai'],
  },
  has: {
    image: ['image', 'images', 'anh', 'hinh', 'hinhanh', 'coanh'],
    audio: ['audio', 'sound', 'amthanh', 'tieng', 'podcast'],
    note: ['note', 'notes', 'ghichu'],
    highlight: ['highlight', 'highlights', 'danhdau', 'chodanhdau', 'doandanhdau', 'tosang'],
    tag: ['tag', 'tags', 'the', 'nhan'],
  },
  sort: {
    new: ['new', 'newest', 'moi', 'moinhat', 'moitruoc'],
    old: ['old', 'oldest', 'cu', 'cunhat', 'cutruoc'],
    long: ['long', 'longest', 'dai', 'dainhat', 'daitruoc'],
    best: ['best', 'relevance', 'hop', 'hopnhat', 'phuhop', 'phuhopnhat'],
  },
  date: { today: ['today', 'homnay'], yesterday: ['yesterday', 'homqua'] },
} as const;

const SPELLINGS: Record<FilterName, readonly string[]> = {
  feed: ['feed', 'source', 'nguon', 'kenh'],
  folder: ['folder', 'thumuc'],
  tag: ['tag', 'the', 'nhan'],
  author: ['author', 'by', 'tacgia'],
  site: ['site', 'trang', 'trangweb', 'website'],
  is: ['is', 'la'],
  has: ['has', 'co'],
  lang: ['lang', 'language', 'tieng', 'ngonngu'],
  date: ['date', 'ngay'],
  after: ['after', 'since', 'sau', 'tungay'],
  before: ['before', 'truoc', 'denngay'],
  title: ['title', 'tieude', 'tua'],
  sort: ['sort', 'sapxep', 'xep'],
};

function valuesOf(name: FilterName): ReadonlySet<string> {
  if (name !== 'is' && name !== 'has' && name !== 'sort' && name !== 'date') return new Set();
  return new Set(Object.values(VALUES[name]).flat());
}

/** Folded name -> filter. */
export const FILTER_NAMES: ReadonlyMap<string, NamedFilter> = new Map(
  (Object.keys(SPELLINGS) as FilterName[]).flatMap((name) => SPELLINGS[name].map((spelling) => [spelling, { name, values: valuesOf(name) }])),
);

/** The meaning of a value, if it is one of a filter's. */
export function meaningOf<Name extends keyof typeof VALUES>(name: Name, value: string): keyof (typeof VALUES)[Name] | null {
  const folded = foldName(value);
  const meanings = VALUES[name] as Record<string, readonly string[]>;
  const found = Object.keys(meanings).find((meaning) => meanings[meaning]?.includes(folded));
  return (found as keyof (typeof VALUES)[Name] | undefined) ?? null;
}
