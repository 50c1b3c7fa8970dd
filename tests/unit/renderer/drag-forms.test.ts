import { describe, expect, it } from 'vitest';
import { dragForms } from '../../../renderer/features/articles/drag-forms.ts';

describe('articles that are dragged out of the window', () => {
  it('are links for a browser, an editor and a page', () => {
    const forms = new Map(dragForms([{ title: 'Rừng <xanh> & "suối"', url: 'https://bao.example/a?x=1&y="' }, { title: 'Ghi chép', url: null }]));
    expect(forms.get('text/uri-list')).toBe('https://bao.example/a?x=1&y="');
    expect(forms.get('text/plain')).toBe('Rừng <xanh> & "suối"\nhttps://bao.example/a?x=1&y="\n\nGhi chép');
    expect(forms.get('text/html')).toBe('<p><a href="https://bao.example/a?x=1&amp;y=&quot;">Rừng &lt;xanh&gt; &amp; &quot;suối&quot;</a></p><p>Ghi chép</p>');
  });

  it('are no addresses where they have none', () => {
    expect(dragForms([{ title: 'Ghi chép', url: null }]).map(([type]) => type)).toEqual(['text/plain', 'text/html']);
  });
});
