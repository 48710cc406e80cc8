import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { entryFallback } from './build/entryFallback.ts';
import { preCompress } from './build/preCompress.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Two entries, one build, one origin: the light one at `/`, react-admin at `/console/`. */
export default defineConfig({
  root: here('.'),
  appType: 'mpa',
  plugins: [react(), entryFallback(), preCompress()],
  build: {
    outDir: here('../../dist/apps/admin'),
    emptyOutDir: true,
    // The bundle check reads from it what each entry really loads.
    manifest: true,
    rolldownOptions: {
      input: { light: here('index.html'), console: here('console/index.html') },
      // The domain is pure: what an entry does not use of it stays out of that entry.
      treeshake: { moduleSideEffects: (id: string) => !id.includes('/libs/domain/') },
    },
    chunkSizeWarningLimit: 1200,
  },
  server: {
    proxy: { '/api': process.env['API_URL'] ?? 'http://127.0.0.1:3000' },
  },
});
