import type { ReactNode, SyntheticEvent } from 'react';
import { useId, useState } from 'react';
import type { SavedSearch } from '../../../contract/domain/saved-search.ts';
import { Button } from '../../components/button.tsx';
import { CheckField } from '../../components/check-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { inBackground } from '../../app/report.ts';
import { useI18n } from '../../i18n/index.ts';
import { editSearch, removeSearch, saveSearch, useSaved } from './saved-store.ts';

function close(): void {
  editSearch(null);
}

function SearchForm({ search }: { readonly search: SavedSearch | string }): ReactNode {
  const { t } = useI18n();
  const id = useId();
  const isNew = typeof search === 'string';
  const [name, setName] = useState(isNew ? search : search.name);
  const [query, setQuery] = useState(isNew ? search : search.query);
  const [notifies, setNotifies] = useState(isNew ? false : search.notifies);
  const isReady = name.trim() !== '' && query.trim() !== '';
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    inBackground(saveSearch(search, { name: name.trim(), query: query.trim(), notifies }));
    close();
  };
  const remove = (): void => {
    if (!isNew) inBackground(removeSearch(search));
    close();
  };
  return (
    <form className="dialog-form" onSubmit={onSubmit}>
      <TextField id={`${id}-name`} label={t.search.name} value={name} onChange={setName} />
      {!isNew && <TextField id={`${id}-query`} label={t.search.query} value={query} onChange={setQuery} />}
      <CheckField label={t.search.notifies} hint={t.search.notifiesHint} isOn={notifies} onChange={setNotifies} />
      <div className="dialog-actions">
        {!isNew && <Button onClick={remove}>{t.search.remove}</Button>}
        <Button onClick={close}>{t.app.cancel}</Button>
        <Button type="submit" kind="primary" disabled={!isReady}>{t.search.confirm}</Button>
      </div>
    </form>
  );
}

/** Names a search that is to be kept, or changes one that is. */
export function SavedSearchDialog(): ReactNode {
  const { t } = useI18n();
  const editing = useSaved((state) => state.editing);
  if (editing === null) return null;
  return (
    <Dialog title={typeof editing === 'string' ? t.search.save : t.search.edit} closeLabel={t.app.close} onClose={close} focusesBody={false}>
      <SearchForm search={editing} />
    </Dialog>
  );
}
