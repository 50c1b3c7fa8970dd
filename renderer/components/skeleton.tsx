import type { ReactNode } from 'react';
import './skeleton.css';

/** Grey bars where text will stand. `label` tells screen readers what is under way. */
export function Skeleton({ label, rows }: { readonly label: string; readonly rows: number }): ReactNode {
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton-row" aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}
