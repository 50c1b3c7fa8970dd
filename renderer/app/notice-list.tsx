import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, IconButton } from '../components/button.tsx';
import { useI18n } from '../i18n/index.ts';
import type { Notice } from './notices.ts';
import { dismissNotice, useNotices } from './notices.ts';
import './notice-list.css';

function NoticeLine({ notice }: { readonly notice: Notice }): ReactNode {
  const { t } = useI18n();
  const { action } = notice;
  const act = (): void => {
    action?.run();
    dismissNotice(notice.id);
  };
  return (
    <li className={`notice notice-${notice.tone}`}>
      <span>{notice.text}</span>
      {action !== null && <Button kind="quiet" className="notice-action" onClick={act}>{action.label}</Button>}
      <IconButton label={t.app.close} icon={<X size={14} />} onClick={() => dismissNotice(notice.id)} />
    </li>
  );
}

/** Lines at the foot of the window: what was done, with its undo, and what failed. */
export function NoticeList(): ReactNode {
  const notices = useNotices();
  return (
    <div className="notices" aria-live="polite">
      <ul>
        {notices.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} />
        ))}
      </ul>
    </div>
  );
}
