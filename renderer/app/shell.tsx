import type { CSSProperties, ReactNode } from 'react';
import { useState } from 'react';
import { ResizeHandle } from '../components/resize-handle.tsx';
import { ListPane } from '../features/articles/list-pane.tsx';
import { Sidebar } from '../features/feeds/sidebar.tsx';
import { ReaderPane } from '../features/reader/reader-pane.tsx';
import { useReader } from '../features/reader/reader-store.ts';
import { changeSettings, useSettings } from '../features/settings/settings-store.ts';
import { useWelcome } from '../features/welcome/welcome-store.ts';
import { useI18n } from '../i18n/index.ts';
import { DropZone } from './drop-zone.tsx';
import { Floating } from './floating.tsx';
import { ImportBar } from '../features/saving/import-bar.tsx';
import { setSidebarOpen, useLayout } from './layout.ts';
import { NoticeList } from './notice-list.tsx';
import { PANE_WIDTHS } from './pane-widths.ts';
import './shell.css';
import './platform.css';

/** The window: three panes, and what floats above them. */
export function Shell(): ReactNode {
  const { t } = useI18n();
  const settings = useSettings();
  const [dragged, setDragged] = useState<{ sidebar?: number; list?: number }>({});
  const panes = useLayout((layout) => layout.panes);
  const isSidebarOpen = useLayout((layout) => layout.isSidebarOpen);
  const isFocused = useLayout((layout) => layout.isFocused);
  const isOpen = useReader((reader) => reader.openId !== null);
  const isWelcome = useWelcome();
  const sidebar = dragged.sidebar ?? settings.sidebarWidth ?? PANE_WIDTHS.sidebar.usual;
  const list = dragged.list ?? settings.listWidth ?? PANE_WIDTHS.list.usual;
  const widths = { '--sidebar': `${sidebar}px`, '--list': `${list}px` } as CSSProperties;
  const remember = (change: { sidebarWidth?: number | null; listWidth?: number | null }): void => {
    setDragged({});
    changeSettings(change);
  };
  return (
    <div className="shell" style={widths} data-panes={panes} data-sidebar={isSidebarOpen ? 'open' : 'closed'} data-focused={isFocused && isOpen}
      data-shows={isOpen || isWelcome ? 'article' : 'list'}>
      {panes < 3 && isSidebarOpen && <div className="shell-veil" onClick={() => setSidebarOpen(false)} />}
      <Sidebar
        edge={
          <ResizeHandle label={t.sidebar.resize} width={sidebar} least={PANE_WIDTHS.sidebar.least} most={PANE_WIDTHS.sidebar.most} onResize={(width) => setDragged({ sidebar: width })}
            onDone={(sidebarWidth) => remember({ sidebarWidth })} onReset={() => remember({ sidebarWidth: null })} />
        }
      />
      <ListPane
        edge={
          <ResizeHandle label={t.list.resize} width={list} least={PANE_WIDTHS.list.least} most={PANE_WIDTHS.list.most} onResize={(width) => setDragged({ list: width })}
            onDone={(listWidth) => remember({ listWidth })} onReset={() => remember({ listWidth: null })} />
        }
      />
      <ReaderPane />
      <Floating />
      <ImportBar />
      <NoticeList />
      <DropZone />
    </div>
  );
}
