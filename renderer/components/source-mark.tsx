import type { ReactNode } from 'react';
import './source-mark.css';

interface SourceMarkProps {
  readonly name: string;
  /** Address of the source's icon, where it is stored. */
  readonly icon: string | null;
}

/** A source's icon, or the first letter of its name. */
export function SourceMark({ name, icon }: SourceMarkProps): ReactNode {
  if (icon !== null) return <img className="source-mark" src={icon} alt="" width={16} height={16} decoding="async" />;
  const letter = [...name.trim()][0] ?? '·';
  return (
    <span className="source-mark source-letter" aria-hidden="true">
      {letter.toLocaleUpperCase('vi')}
    </span>
  );
}
