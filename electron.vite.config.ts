import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
// scripts/build.ts builds beside `out` and puts the result in its place when it is whole.
const OUT = process.env['DOCBAO_OUT'] ?? 'out';

// The oldest runtime that Docbao runs on is Electron 33: Node 20.18, Chromium 130.
const NODE_TARGET = 'node20.18';
const CHROMIUM_TARGET = 'chrome130';

/** What the first list is set in: it is asked for with the page, and not only once a style sheet and a script have been read. */
const FIRST_FONTS = /be-vietnam-pro-(?:latin|vietnamese)-\d+-normal-[^/]*\.woff2$/;

function firstFonts(): Plugin {
  return {
    name: 'docbao-first-fonts',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => FIRST_FONTS.test(file))
          .map((file) => ({ tag: 'link', attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `./${file}` }, injectTo: 'head' as const })),
    },
  };
}

export default defineConfig({
  main: {
    build: {
      target: NODE_TARGET,
      outDir: at(`${OUT}/main`),
      lib: {
        entry: {
          index: at('main/app/index.ts'),
          cli: at('main/cli/index.ts'),
          'library-worker': at('main/app/library-worker.ts'),
          'steps-worker': at('main/sync/steps-worker.ts'),
          'search-worker': at('main/search/worker.ts'),
        },
        // Read at once and not file by file, and of Electron only what is used: sooner at the window than modules.
        formats: ['cjs'],
      },
      // Shared chunks lie beside the entries: `new URL('./steps-worker.cjs', import.meta.url)` is right in all of them.
      rolldownOptions: { output: { entryFileNames: '[name].cjs', chunkFileNames: 'chunk-[name]-[hash].cjs' } },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      outDir: at(`${OUT}/preload`),
      // A sandboxed preload script must be CommonJS and may load nothing but `electron`.
      externalizeDeps: false,
      lib: { entry: { index: at('preload/index.ts') }, formats: ['cjs'] },
      rolldownOptions: { output: { entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), firstFonts()],
    build: {
      target: CHROMIUM_TARGET,
      outDir: at(`${OUT}/renderer`),
      // The window's policy allows no `data:` addresses: nothing is inlined.
      assetsInlineLimit: 0,
      minify: true,
      // Chromium preloads modules by itself; the stand-in for it would fetch, which the policy forbids.
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: at('renderer/index.html'), reader: at('renderer/reader-styles/reader.css') },
        output: {
          // The article's document links its style by name.
          assetFileNames: ({ names }) => (names.includes('reader.css') ? 'reader.css' : 'assets/[name]-[hash][extname]'),
        },
      },
    },
  },
});
