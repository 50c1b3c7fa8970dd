import type { ReactNode } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { closeDialog } from '../../app/dialogs.ts';
import { useI18n } from '../../i18n/index.ts';
import { focusSearch } from './search-box.tsx';
import { showSearch } from './show-search.ts';
import './search-help.css';

function tryOut(query: string): void {
  closeDialog();
  showSearch(query);
  focusSearch();
}

/** The query language, by examples that can be tried. */
export function SearchHelp(): ReactNode {
  const { t } = useI18n();
  return (
    <Dialog title={t.search.help} closeLabel={t.app.close} onClose={closeDialog} size="large">
      <p className="search-help-intro">{t.search.helpIntro}</p>
      {t.search.helpSections.map(({ title, rows }) => (
        <section key={title} className="search-help">
          <h3>{title}</h3>
          <dl>
            {rows.map(({ write, finds }) => (
              <div key={write}>
                <dt>
                  <button type="button" className="search-example" aria-label={t.search.try(write)} onClick={() => tryOut(write)}>{write}</button>
                </dt>
                <dd>{finds}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
