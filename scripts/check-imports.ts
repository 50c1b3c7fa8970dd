import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix } from 'node:path';
import type { Node } from 'oxc-parser';
import { Visitor, parseSync } from 'oxc-parser';
import type { FolderRule, RestrictedUse } from './import-rules.ts';
import { FOLDER_RULES, RESTRICTED_MODULES, RESTRICTED_NAMES } from './import-rules.ts';

const SOURCES = ['contract/**/*.{ts,tsx}', 'main/**/*.{ts,tsx}', 'preload/**/*.{ts,tsx}', 'renderer/**/*.{ts,tsx}'];
const BUILTINS = new Set(builtinModules);

/** Every broken import rule of the checkout at `root`, as lines `file:line: what is wrong`. */
export function checkImports(root: string): readonly string[] {
  return globSync(SOURCES, { cwd: root }).sort().flatMap((path) => checkFile(path.replaceAll('\\', '/'), readFileSync(join(root, path), 'utf8')));
}

/** The broken import rules of one file. @param path relative to the checkout, with slashes */
export function checkFile(path: string, source: string): readonly string[] {
  const rule = FOLDER_RULES.find(({ folder }) => path.startsWith(`${folder}/`));
  if (!rule) return [`${path}:1: the folder ${posix.dirname(path)} has no import rule: give it one in scripts/import-rules.ts`];
  const problems: string[] = [];
  const report = (offset: number, problem: string | null): void => {
    if (problem !== null) problems.push(`${path}:${source.slice(0, offset).split('\n').length}: ${problem}`);
  };
  const { program, errors } = parseSync(path, source);
  for (const error of errors) report(0, `can't be parsed: ${error.message}`);
  visitImports(program, {
    onImport: (request, offset) => report(offset, problemOfImport(rule, path, request)),
    onName: (name, offset) => report(offset, problemOfName(path, name)),
  });
  return [...new Set(problems)];
}

interface Found {
  /** @param request null where it is worked out at run time */
  onImport(request: string | null, offset: number): void;
  onName(name: string, offset: number): void;
}

/** Finds whatever loads a module or its types: static, dynamic and type imports, re-exports, `require`, and worker files. */
function visitImports(program: Parameters<Visitor['visit']>[0], found: Found): void {
  const literal = (node: Node | null | undefined, offset: number): void =>
    found.onImport(node?.type === 'Literal' && typeof node.value === 'string' ? node.value : null, offset);
  new Visitor({
    ImportDeclaration: (node) => literal(node.source, node.start),
    ExportAllDeclaration: (node) => literal(node.source, node.start),
    ExportNamedDeclaration: (node) => node.source && literal(node.source, node.start),
    ImportExpression: (node) => literal(node.source, node.start),
    TSImportType: (node) => literal(node.source, node.start),
    TSExternalModuleReference: (node) => literal(node.expression, node.start),
    CallExpression: ({ callee, arguments: args, start }) => {
      const name = callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : 'name' in callee ? callee.name : '';
      if (name === 'require' || name === 'getBuiltinModule') literal(args[0], start);
    },
    NewExpression: ({ callee, arguments: args, start }) => {
      const [file] = args;
      if (callee.type === 'Identifier' && callee.name === 'URL' && file?.type === 'Literal' && /^\.\.?\/.*\.[jt]sx?$/.test(String(file.value))) literal(file, start);
    },
    Identifier: ({ name, start }) => found.onName(name, start),
  }).visit(program);
}

function problemOfImport(rule: FolderRule, path: string, request: string | null): string | null {
  if (request === null) return `an import whose name is worked out at run time can't be checked: name it in full`;
  if (request.startsWith('.')) return problemOfOwnImport(rule, posix.join(posix.dirname(path), request));
  const restricted = problemOfUse(RESTRICTED_MODULES, path, request.startsWith('electron/') ? 'electron' : request);
  if (restricted !== null) return `${rule.folder} must not import ${request}: ${restricted}`;
  const isNode = request.startsWith('node:') || BUILTINS.has(request);
  return isNode && !rule.node ? `${rule.folder} must not import ${request}: ${rule.folder} ${rule.nature}` : null;
}

function problemOfOwnImport(rule: FolderRule, target: string): string | null {
  // The program may know its own name and version.
  const isAllowed = (rule.node && target === 'package.json') || [rule.folder, ...rule.folders].some((folder) => target.startsWith(`${folder}/`));
  return isAllowed ? null : `${rule.folder} must not import ${target}: ${rule.folder} ${rule.nature}`;
}

function problemOfName(path: string, name: string): string | null {
  const problem = problemOfUse(RESTRICTED_NAMES, path, name);
  return problem === null ? null : `${name} is not to be used here: ${problem}`;
}

function problemOfUse(uses: readonly RestrictedUse[], path: string, name: string): string | null {
  const use = uses.find(({ names }) => names.includes(name));
  const isAllowed = use === undefined || use.allowedIn.some((place) => path === place || path.startsWith(`${place}/`));
  return isAllowed ? null : use.advice;
}
