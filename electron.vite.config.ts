/** Builds the four parts of Lull: the shell and its hosts, the preload script, and the page. */
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string) => resolve(import.meta.dirname, path)

// Kept outside the bundles: native code, or files that are found relative to their own package.
const external = [
  'electron',
  'better-sqlite3',
  'node-llama-cpp',
  'koffi',
  '@miniben90/x-win',
  'uiohook-napi',
  'mqtt',
  '@particle/dbus-next',
  /^systeminformation(\/|$)/,
  /^node-hue-api(\/|$)/,
  'ws',
  'pino',
  'yauzl',
  /^node:/,
]

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      emptyOutDir: true,
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: at('electron/main/index.ts'),
          utility: at('electron/hosts/utility.ts'),
          node: at('electron/hosts/node.ts'),
          llm: at('electron/hosts/llm.ts'),
          probe: at('electron/hosts/probe.ts'),
          inspect: at('electron/hosts/inspect.ts'),
        },
        external,
        // CommonJS, so that the shell also loads in older test runtimes; ESM-only packages are imported dynamically.
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('electron/preload/index.ts') },
        external: ['electron'],
        // A sandboxed preload is one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      // electron-vite leaves pages as they are; the popup's is held to 250 kB.
      minify: true,
      // Any browser of the last years may open the page, and the test runtime is an older Chromium.
      target: 'chrome111',
      cssTarget: 'chrome111',
      emptyOutDir: true,
      // The bench reads from it what the popup has to load.
      manifest: true,
      rollupOptions: { input: { index: at('renderer/index.html') } },
    },
  },
})
