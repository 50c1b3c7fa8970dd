import { Bookmark, ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { StateMessage } from '../../components/state-message.tsx';
import { useKeyHint } from '../../app/key-store.ts';
import { sentenceOf, useI18n } from '../../i18n/index.ts';
import { SelectionBar } from '../articles/selection-bar.tsx';
import { useSelection } from '../articles/selection-store.ts';
import { Facets } from './facets.tsx';
import { Hits } from './hits.tsx';
import { OrderMenu } from './order-menu.tsx';
import { editSearch, useSaved } from './saved-store.ts';
import { retrySearch, searchCorrected, useSearch } from './search-store.ts';
import { setNarrowing, useSuggest } from './suggest-store.ts';
import './search-results.css';

function ResultsBody(): ReactNode {
  const { t } = useI18n();
  const total = useSearch((search) => search.total);
  const query = useSearch((search) => search.query);
  const error = useSearch((search) => search.error);
  if (error !== null) {
    const retry = <Button onClick={retrySearch}>{t.app.tryAgain}</Button>;
    return <StateMessage tone="failed" text={sentenceOf(error, t)} action={retry} />;
  }
  if (total === 0) return <StateMessage text={t.search.none(query)} hint={t.search.noneHint} />;
  return <Hits />;
}

/** How many were found; and ways to narrow that down, and to keep the search. */
function ResultsHead(): ReactNode {
  const { t } = useI18n();
  const total = useSearch((search) => search.total);
  const query = useSearch((search) => search.query.trim());
  const isNarrowing = useSuggest((side) => side.isNarrowing);
  const saved = useSaved((state) => state.searches.find((search) => search.query === query));
  const hasFailed = useSearch((search) => search.error !== null);
  const found = hasFailed ? t.search.label : t.search.results(total);
  const label = saved === undefined ? t.search.save : t.search.edit;
  return (
    <div className="list-head">
      <h1>{saved === undefined ? found : `${saved.name} · ${found}`}</h1>
      <p className="visually-hidden" role="status">{found}</p>
      <IconButton label={t.search.facets} icon={<ListFilter size={16} />} aria-expanded={isNarrowing} aria-controls="search-facets"
        onClick={() => setNarrowing(!isNarrowing, query)} />
      <OrderMenu />
      <IconButton label={label} command="save-search" icon={<Bookmark size={16} />} aria-pressed={saved !== undefined} onClick={() => editSearch(saved ?? query)} />
    </div>
  );
}

/** What was found, in the list's place. */
export function SearchResults(): ReactNode {
  const { t } = useI18n();
  const isNarrowing = useSuggest((side) => side.isNarrowing);
  const isComplete = useSearch((search) => search.isComplete);
  const query = useSearch((search) => search.query);
  const corrected = useSearch((search) => search.corrected);
  const misunderstood = useSearch((search) => search.misunderstood);
  const isChoosing = useSelection((selection) => selection.ids.size > 0);
  const key = useKeyHint('search-corrected');
  return (
    <div className="list-layer search-results" data-query={query}>
      {isChoosing ? <SelectionBar /> : <ResultsHead />}
      {isNarrowing && <Facets />}
      {corrected !== null && (
        <p className="search-note">
          {t.search.corrected}
          <button type="button" className="search-instead" title={key} onClick={searchCorrected}>{corrected}</button>
          {t.search.correctedToo}
        </p>
      )}
      {misunderstood.length > 0 && <p className="search-note">{t.search.misunderstood(misunderstood.join(' '))}</p>}
      {!isComplete && <p className="search-note">{t.search.incomplete}</p>}
      <div className="list-body"><ResultsBody /></div>
    </div>
  );
}
