import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { SearchFacets } from '../../../contract/domain/search.ts';
import type { I18n } from '../../i18n/index.ts';
import { useI18n } from '../../i18n/index.ts';
import { filterText, hasFilter, withFilter, withoutFilter } from './query-text.ts';
import { currentSearch, typeQuery, useSearch } from './search-store.ts';
import { useSuggest } from './suggest-store.ts';
import './facets.css';

interface FacetValue {
  readonly name: string;
  readonly count: number;
  readonly filter: string;
}

type GroupName = keyof SearchFacets;

const GROUPS: readonly GroupName[] = ['feeds', 'months', 'tags'];
/** Values of a group that are shown before one asks for more. */
const SHOWN = 6;

function valuesOf(facets: SearchFacets, { t }: I18n): Readonly<Record<GroupName, readonly FacetValue[]>> {
  const { filters, month } = t.search;
  return {
    feeds: facets.feeds.map(({ title, count }) => ({ name: title, count, filter: `${filters.feed}:"${title.replace(/["“”„«»]/gu, ' ')}"` })),
    months: facets.months.map((value) => {
      const [year = 0, number = 0] = value.month.split('-').map(Number);
      return { name: month(number, year), count: value.count, filter: filterText(filters.date, value.month) };
    }),
    tags: facets.tags.map(({ name, count }) => ({ name, count, filter: `${filters.tag}:"${name.replace(/["“”„«»]/gu, ' ')}"` })),
  };
}

function Facet({ value, isOn }: { readonly value: FacetValue; readonly isOn: boolean }): ReactNode {
  const { t, format } = useI18n();
  const toggle = (): void => {
    const { text } = currentSearch();
    typeQuery(`${isOn ? withoutFilter(text, value.filter) : withFilter(text, value.filter)} `);
  };
  return (
    <button type="button" className="chip" aria-pressed={isOn} aria-label={t.search.facet(value.name, value.count)} onClick={toggle}>
      <span>{value.name}</span>
      <span className="chip-count">{format.number(value.count)}</span>
      {isOn && <X size={12} aria-hidden="true" />}
    </button>
  );
}

function FacetGroup({ name, values }: { readonly name: GroupName; readonly values: readonly FacetValue[] }): ReactNode {
  const { t } = useI18n();
  const text = useSearch((search) => search.text);
  const [isWhole, setIsWhole] = useState(false);
  if (values.length === 0) return null;
  const shown = isWhole ? values : values.slice(0, SHOWN);
  return (
    <div className="facet-group" role="group" aria-label={t.search.facetGroups[name]}>
      <h2>{t.search.facetGroups[name]}</h2>
      <div className="chips">
        {shown.map((value) => <Facet key={value.filter} value={value} isOn={hasFilter(text, value.filter)} />)}
        {values.length > shown.length && (
          <button type="button" className="chip chip-more" onClick={() => setIsWhole(true)}>{t.search.moreFacets(values.length - shown.length)}</button>
        )}
      </div>
    </div>
  );
}

/** How many results are of each source, month and tag; a click keeps those alone, another lets the others back. */
export function Facets(): ReactNode {
  const i18n = useI18n();
  const facets = useSuggest((side) => side.facets);
  const values = facets === null ? null : valuesOf(facets, i18n);
  return (
    <div className="facets" id="search-facets">
      {values !== null && GROUPS.map((name) => <FacetGroup key={name} name={name} values={values[name]} />)}
    </div>
  );
}
