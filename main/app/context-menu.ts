import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import type { Language } from '../../contract/words/index.ts';
import { wordsIn } from '../../contract/words/index.ts';

/** What a menu needs to know of the place that was clicked. */
export type ClickedPlace = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'linkURL' | 'editFlags'>;

export interface ContextMenuActions {
  openLink(url: string): void;
  copyText(text: string): void;
}

/** The menu of a right click in a text field, on selected text or on an article's link; empty elsewhere. */
export function contextMenuTemplate(place: ClickedPlace, language: Language, actions: ContextMenuActions): MenuItemConstructorOptions[] {
  const words = wordsIn(language).desktop.menu;
  const { editFlags, linkURL } = place;
  if (place.isEditable) {
    return [
      { role: 'undo', label: words.undo, enabled: editFlags.canUndo },
      { role: 'redo', label: words.redo, enabled: editFlags.canRedo },
      { type: 'separator' },
      { role: 'cut', label: words.cut, enabled: editFlags.canCut },
      { role: 'copy', label: words.copy, enabled: editFlags.canCopy },
      { role: 'paste', label: words.paste, enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', label: words.selectAll, enabled: editFlags.canSelectAll },
    ];
  }
  const isLink = /^(https?|mailto):/i.test(linkURL);
  const hasText = place.selectionText.trim() !== '';
  return [
    ...(isLink ? [{ label: words.openLink, click: () => actions.openLink(linkURL) }, { label: words.copyLink, click: () => actions.copyText(linkURL) }] : []),
    ...(hasText ? [{ role: 'copy' as const, label: words.copy }] : []),
  ];
}
