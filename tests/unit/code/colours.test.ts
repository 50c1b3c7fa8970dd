import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../../renderer/features/code/code-pieces.ts';
import { colourCode, languageOf } from '../../../renderer/features/code/colour-code.ts';
import { tokensIn } from '../../../renderer/features/code/code-tokens.ts';

/** The coloured pieces of code, as `kind:text`. */
function coloured(code: string, named: string | null): readonly string[] {
  const language = languageOf(code, named);
  return language === null ? [] : colourCode(code, language).map(({ kind, start, end }) => `${kind}:${code.slice(start, end)}`);
}

describe('code in a language that it names', () => {
  it('has its few kinds of words coloured, each where it stands', () => {
    expect(coloured('// chợ & phiên\nconst ten = "Bắc <Hà>";\nreturn 137;', 'js')).toEqual(['comment:// chợ & phiên', 'keyword:const', 'string:"Bắc <Hà>"', 'keyword:return', 'number:137']);
    expect(coloured('<p class="a">&amp;</p>', 'html')).toEqual(['keyword:p', 'name:class', 'string:"a"', 'number:&amp;', 'keyword:p']);
  });

  it('has what stands in a string set apart from it, and other code in its own', () => {
    expect(coloured('`a ${b + 1} c`', 'ts')).toEqual(['string:`a ', 'number:1', 'string: c`']);
    expect(coloured('<style>p { color: red }</style>', 'html')).toContain('name:color');
  });

  it('is guessed where nobody knows the name', () => {
    expect(coloured('def cho(phien):\n    """Phiên chợ."""\n    return [x for x in phien if x is not None]', 'mi-xao')).toContain('keyword:return');
  });
});

describe('code that names no language', () => {
  it.each([
    ['python', 'import os\n\ndef main():\n    for name in os.listdir("."):\n        print(name)\n\nif __name__ == "__main__":\n    main()'],
    ['javascript', 'const a = require("fs");\nfunction b(x) {\n  if (x === null) return undefined;\n  return a.readFileSync(x).toString();\n}'],
    ['json', '{\n  "name": "docbao",\n  "version": "0.1.0",\n  "private": true,\n  "files": ["out", "docs"]\n}'],
    ['sql', 'SELECT a.id, count(*) FROM articles a JOIN feeds f ON f.id = a.feed_id WHERE a.is_read = 0 GROUP BY a.id ORDER BY 2 DESC LIMIT 10;'],
    ['bash', 'npm install && npm start\nfor f in *.txt; do echo "$f"; done\nif [ -f x ]; then rm x; fi'],
    ['c', '#include <stdio.h>\n\nint main(void) {\n  printf("xin\\n");\n  return 0;\n}'],
    ['rust', 'fn main() {\n    let x = vec![1, 2, 3];\n    for i in &x { println!("{}", i); }\n}'],
    ['yaml', 'name: ci\non: push\njobs:\n  test:\n    runs-on: "ubuntu"\n    steps:\n      - uses: "actions/checkout@v4"'],
    ['html', '<div class="a"><p>Xin chào</p></div>'],
    ['css', '.menu {\n  position: fixed;\n  max-height: 70vh;\n  margin: 0;\n}\n\n.menu button:hover {\n  color: #fff;\n}'],
  ])('is told by its look: %s', (_language, code) => {
    expect(coloured(code, null).length).toBeGreaterThan(3);
  });

  it.each([
    ['a poem', 'Trong đầm gì đẹp bằng sen,\nLá xanh, bông trắng, lại chen nhị vàng.\nNhị vàng, bông trắng, lá xanh,\nGần bùn mà chẳng hôi tanh mùi bùn.'],
    ['a letter', 'Dear reader,\n\nif you are in town for the market, and the weather is fine, do come in.\nWe open at 7 and close when the last of us is gone, or earlier.\n\nWith all good wishes from the porch.'],
    ['a table in letters', 'Giờ    Mực nước   Mưa\n22     3,1 m      12 mm\n4      3,8 m      40 mm\n10     3,6 m      8 mm'],
    ['a report', 'The committee met in the long room for the third time this year. It is not the case that all of them agree, but while some want to go on and others want to stop, none has a plan; so let us try this: do nothing (until May), then return to the question as if it were new.'],
    ['a song', 'Verse 1: I was a rider on the storm\nif you want me, let me in\nand do not try to catch me\nor throw me out again'],
    ['a list of files', 'total 48\ndrwxr-xr-x 2 root root 4096 Nov 26 main\n-rw-r--r-- 1 root root  512 Nov 26 package.json'],
    ['what a machine wrote', '$ uptime\n 10:14:22 up 3 days,  2:01,  1 user,  load average: 0.42, 0.36, 0.30'],
  ])('stays as it is where it is %s', (_what, text) => {
    expect(coloured(text, null)).toEqual([]);
  });
});

describe('the coloured pieces', () => {
  it('are in order, apart, and inside the code, whatever it is', () => {
    const piece = fc.constantFrom('const ', '"', "'", '`', '${', '}', '/*', '*/', '//', '\n', '<p>', '&amp;', '&', '<', 'ễ', '1.5', ' = ', '(', ')', 'function ', '#', '\\');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('js', 'html', 'python', 'css'), (pieces, language) => {
        const code = pieces.join('');
        let at = 0;
        for (const { start, end } of colourCode(code, language)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(code.length);
      }),
    );
  });

  it('join where two of a kind touch', () => {
    expect(tokensIn('<span class="hljs-string">a</span><span class="hljs-string">b</span>&#x27;<span class="hljs-comment">c</span>')).toEqual([
      { kind: 'string', start: 0, end: 2 },
      { kind: 'comment', start: 3, end: 4 },
    ]);
  });
});

describe('code in pieces', () => {
  it('is cut before what begins at the margin, after an empty line where there is one', () => {
    const part = `function a() {\n${'  b();\n\n'.repeat(120)}}\n`;
    const code = `${part}\n${part}\n${part}`;
    const pieces = piecesOf(code).map(({ start, end }) => code.slice(start, end));
    expect(pieces).toEqual([`${part}\n`, `${part}\n`, part]);
  });

  it('is all there, in order, in short pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('ab', '\n', '\n\n', '  ', 'c'.repeat(700)), { maxLength: 60 }), (parts) => {
        const code = parts.join('');
        const pieces = piecesOf(code).map(({ start, end }) => code.slice(start, end));
        expect(pieces.join('')).toBe(code);
        expect(Math.max(0, ...pieces.map(({ length }) => length))).toBeLessThanOrEqual(1000);
        expect(pieces).not.toContain('');
      }),
    );
  });
});
