import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app/tokens.css';
import './app/by-name.css';
import './app/scrollbars.css';
import './app/fonts.css';
import './app/base.css';
import { DEFAULT_LANGUAGE, LANGUAGES } from '../contract/words/index.ts';
import { api, events } from './api/client.ts';
import { showArticleOfWindow } from './app/article-window.ts';
import { startCommands } from './app/commands.ts';
import { ErrorBoundary } from './app/error-boundary.tsx';
import { afterFirstPaint, orPatience } from './app/first-paint.ts';
import { onWindowKey } from './app/keyboard.ts';
import { loadLater } from './app/later.tsx';
import { notify } from './app/notices.ts';
import { inBackground } from './app/report.ts';
import { Shell } from './app/shell.tsx';
import { startList } from './features/articles/list-store.ts';
import { loadSuggested, startFeeds } from './features/feeds/feeds-store.ts';
import { startSyncWatch } from './features/library/sync-store.ts';
import { startHighlights } from './features/highlights/highlight-store.ts';
import { startSavedSearches } from './features/search/saved-store.ts';
import { startSearchWatch } from './features/search/search-store.ts';
import { startPasting } from './features/saving/clips.ts';
import { startFileImportWatch } from './features/saving/file-import-store.ts';
import { startSettings } from './features/settings/settings-store.ts';
import { greet } from './features/welcome/greet.ts';
import { sentenceOf, setLanguage } from './i18n/index.ts';

function render(): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <Shell />
      </ErrorBoundary>
    </StrictMode>,
  );
}

/** What nobody looks at before the first list is there. */
function startRest(): void {
  loadSuggested();
  startSyncWatch();
  startSearchWatch();
  startSavedSearches();
  startHighlights();
  startFileImportWatch();
  inBackground(loadLater());
}

/** Starts the window: all that it shows first is asked for at once, and painted as soon as it is here. */
function start(): void {
  // The main process wrote it into the page.
  setLanguage(LANGUAGES.find((language) => language === document.documentElement.lang) ?? DEFAULT_LANGUAGE);
  const first = api.library.getFirstView();
  const settings = startSettings(first);
  const shown = Promise.all([settings, startFeeds(first), startList(first)]);
  inBackground(shown.then(greet));
  showArticleOfWindow();
  startPasting();
  startCommands();
  events.appProblem((error) => notify(sentenceOf(error), 'failed'));
  document.addEventListener('keydown', onWindowKey);
  // What is dropped beside the drop zone must not replace the page.
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => event.preventDefault());
  inBackground(orPatience(settings).then(render));
  afterFirstPaint(shown, startRest);
}

start();
