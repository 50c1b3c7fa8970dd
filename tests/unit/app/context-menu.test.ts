import { describe, expect, it, vi } from 'vitest';
import { contextMenuTemplate, type ClickedPlace } from '../../../main/app/context-menu.ts';

const place = (change: Partial<ClickedPlace>): ClickedPlace => ({
  isEditable: false,
  selectionText: '',
  linkURL: '',
  editFlags: { canUndo: false, canRedo: false, canCut: false, canCopy: false, canPaste: true, canDelete: false, canSelectAll: true, canEditRichly: false },
  ...change,
});
const actions = { openLink: vi.fn(), copyText: vi.fn() };
const labels = (change: Partial<ClickedPlace>) => contextMenuTemplate(place(change), 'en', actions).map((item) => item.label);

describe('contextMenuTemplate', () => {
  it('offers nothing where there is nothing to do', () => {
    expect(labels({})).toEqual([]);
    expect(labels({ selectionText: '  ' })).toEqual([]);
    expect(labels({ linkURL: 'javascript:alert(1)' })).toEqual([]);
    expect(labels({ linkURL: 'file:///etc/passwd' })).toEqual([]);
  });

  it('offers to open and to copy a link, and to copy what is selected', () => {
    const template = contextMenuTemplate(place({ linkURL: 'https://bao.vn/', selectionText: 'chữ' }), 'en', actions);
    expect(template.map((item) => item.label)).toEqual(['Open the link in the browser', 'Copy the link’s address', 'Copy']);
    Reflect.apply(template[0]?.click ?? vi.fn(), undefined, []);
    expect(actions.openLink).toHaveBeenCalledWith('https://bao.vn/');
  });

  it('edits in a text field', () => {
    const template = contextMenuTemplate(place({ isEditable: true }), 'vi', actions);
    expect(template.map((item) => item.role ?? '-')).toEqual(['undo', 'redo', '-', 'cut', 'copy', 'paste', '-', 'selectAll']);
    expect(template.find((item) => item.role === 'cut')?.enabled).toBe(false);
  });
});
