import type { ReactNode } from 'react';
import { useId } from 'react';
import { TAG_COLORS, type TagColor } from '../../../contract/domain/organising.ts';
import { useI18n } from '../../i18n/index.ts';

/** One of the named colours. */
export function TagColors({ value, onChange }: { readonly value: TagColor; readonly onChange: (color: TagColor) => void }): ReactNode {
  const { t } = useI18n();
  const name = useId();
  return (
    <fieldset className="tag-colors">
      <legend>{t.organising.tags.color}</legend>
      {TAG_COLORS.map((color) => (
        <label key={color} title={t.organising.tags.colors[color]}>
          <input type="radio" name={name} checked={color === value} aria-label={t.organising.tags.colors[color]} onChange={() => onChange(color)} />
          <span className="tag-swatch" data-color={color} />
        </label>
      ))}
    </fieldset>
  );
}
