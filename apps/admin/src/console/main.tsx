import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { get } from '../api/client.ts';
import { accessToken } from '../api/session.ts';
import type { Me } from '../api/types.ts';
import '../look/base.css';
import { App } from './App.tsx';
import { Unstarted } from './layout/Unstarted.tsx';
import { mayUseConsole } from './layout/menu.ts';
import { leaveForSignIn } from './providers/session.ts';

const container = document.getElementById('root');
if (container === null) throw new Error('console/index.html has no #root');
const root = createRoot(container);

/** Who is signed in decides the menu, the store and the first page, so nothing is drawn before it is known. */
async function start(): Promise<void> {
  if ((await accessToken()) === null) return leaveForSignIn();
  const me = await get<Me>('/api/me');
  if (!mayUseConsole(new Set(me.permissions))) {
    window.location.replace('/my');
    return;
  }
  root.render(
    <StrictMode>
      <App me={me} />
    </StrictMode>,
  );
}

function tryToStart(): void {
  start().catch((error: unknown) => root.render(<Unstarted error={error} retry={tryToStart} />));
}

tryToStart();
