/**
 * What a language is told by, where nobody names it: something that stands in nearly every piece of it, and in no letter and no poem. What a
 * highlighter says by itself is not enough: highlight.js is surer of CSS in a Vietnamese folk song (13) than of Python in a program of seven lines.
 */
const SIGNS: readonly (readonly [language: string, sign: RegExp])[] = [
  ['bash', /^\s*(?:[$#] )?(?:#!\/\S*sh\b|sudo \w|(?:npm|npx|git|pip3?|docker|brew|curl|apt-get|cd|export|echo|chmod) \S)|^\s*(?:for \w+ in\b.*;|if \[)/m],
  ['c', /#include\s*[<"]/],
  ['cpp', /#include\s*[<"]|\bstd::\w/],
  ['csharp', /^\s*using [\w.]+;|\bnamespace [\w.]+\s*[{;]|\bpublic (?:static )?(?:class|void|string|int) \w/m],
  ['css', /^[^{}\n;]+\{\s*(?:[\w-]+\s*:[^{};]+;?\s*)+\}/m],
  ['diff', /^(?:diff --git |@@ -\d+)/m],
  ['go', /^\s*(?:package \w+$|func (?:\([^)]*\) )?\w+\()|\w :?= /m],
  ['java', /\bpublic (?:static )?(?:class|interface|void|String|int) \w|\bSystem\.out\.|^import java/m],
  ['javascript', /\b(?:const|let|var) [\w{[][^\n]*=|=>\s*[\w({[]|\bfunction\b ?\w*\(|\bconsole\.\w+\(|\brequire\(/],
  ['json', /^\s*[[{][\s\S]*"[^"\n]*"\s*:[\s\S]*[\]}]\s*$/],
  ['kotlin', /\bfun \w+\(|\bval \w+(?:: \w+)? = /],
  ['php', /<\?php|\$\w+\s*=[^=]|\$\w+->\w/],
  ['python', /^\s*(?:def \w+\(.*:|class \w+.*:|import \w+(?:[.,]| as |$)|from [\w.]+ import \w|print\()/m],
  ['ruby', /^\s*(?:def \w+[^:]*$|require ['"]|puts \S|\w+\.each do\b)/m],
  ['rust', /\bfn \w+\(|\blet mut \w|\bprintln!\(|\bimpl\b.*\{/],
  ['sql', /\bselect\b[\s\S]+\bfrom \w|\binsert into \w|\bcreate (?:table|index) \w|\bdelete from \w|\bupdate \w+ set \w/i],
  ['swift', /\bfunc \w+\(.*\) ?(?:->.*)?\{|^import (?:SwiftUI|UIKit|Foundation)$/m],
  ['typescript', /\b\w+\??: (?:string|number|boolean|void|unknown)\b|\binterface \w+ \{/],
  ['xml', /^\s*<(?:[a-z][\w-]*[\s>/]|!doctype|\?xml)/i],
  ['yaml', /^[\w-]+:(?: \S.*)?\n\s+(?:[\w-]+:|- \S)/m],
];

/** Words of prose that hold a sign by chance hold few of these. */
const PUNCTUATION = /[{}()[\];=<>_$#/\\|&*+:"'`]/g;
const LEAST_PUNCTUATION = 0.06;

/** The languages that a piece of code may be written in, by what stands in it; none where it looks like words. */
export function likelyLanguages(code: string): readonly string[] {
  const letters = code.replace(/\s/g, '').length;
  const signs = code.match(PUNCTUATION)?.length ?? 0;
  return signs < letters * LEAST_PUNCTUATION ? [] : SIGNS.filter(([, sign]) => sign.test(code)).map(([language]) => language);
}
