import { defineConfig } from 'vite';
import { syntheticApi } from './dev/plugin.ts';

// `npm run dev` shows synthetic runs unless KARDASHEV_API names a server such as http://127.0.0.1:4680.
const api = process.env.KARDASHEV_API;

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: api ? [] : [syntheticApi()],
  // The model's thread starts threads of its own.
  worker: { format: 'es' },
  server: { host: '127.0.0.1', proxy: api ? { '/api': api } : undefined },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Nothing inlined: the content security policy allows files of this server only.
    assetsInlineLimit: 0,
    // three.js is one honest chunk that arrives after the numbers are on screen.
    chunkSizeWarningLimit: 800,
    // What the first figures need is one file, not a dozen that views share among each other.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shell', tags: ['$initial'] }] } } },
  },
});
