import type { Plugin } from 'vite';

/** In development each address falls back to its entry, as the server does it in production. */
export function entryFallback(): Plugin {
  return {
    name: 'entry-fallback',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const wantsPage = request.headers.accept?.includes('text/html') ?? false;
        if (wantsPage && request.url !== undefined && !request.url.startsWith('/api')) {
          request.url = request.url.startsWith('/console') ? '/console/index.html' : '/index.html';
        }
        next();
      });
    },
  };
}
