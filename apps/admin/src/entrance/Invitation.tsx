import { useState } from 'react';
import { publicGet } from '../api/publicGet.ts';
import { fieldProblem } from '../api/problem.ts';
import { startSession } from '../api/session.ts';
import type { InvitationView } from '../api/types.ts';
import { useLoaded } from '../api/useLoaded.ts';
import { Failure } from '../look/Failure.tsx';
import { Skeleton } from '../look/Skeleton.tsx';
import { Gate } from './Gate.tsx';
import { passwordHint } from './passwordHint.ts';
import { SubmitForm } from './SubmitForm.tsx';
import { TextField } from './TextField.tsx';

function Accept({
  path,
  name,
  email,
  onSignedIn,
}: { path: string; onSignedIn: () => void } & InvitationView) {
  const [password, setPassword] = useState('');
  const send = async () => {
    await startSession(path, { password });
    onSignedIn();
  };
  return (
    <SubmitForm action="Set the password and begin" send={send}>
      {(problem) => (
        <>
          <p className="gate-hint">
            For {name}, who signs in as <strong>{email}</strong>.
          </p>
          {/* Not shown, but a password manager needs to know whose password it keeps. */}
          <input type="email" value={email} autoComplete="username" readOnly hidden />
          <TextField
            label="New password"
            type="password"
            autoComplete="new-password"
            hint={passwordHint}
            value={password}
            onChange={setPassword}
            problem={fieldProblem(problem, '/password')}
          />
        </>
      )}
    </SubmitForm>
  );
}

export function Invitation({ token, onSignedIn }: { token: string; onSignedIn: () => void }) {
  const path = `/api/invitations/${encodeURIComponent(token)}`;
  const [loaded, reload] = useLoaded(path, (signal) => publicGet<InvitationView>(path, signal));
  const title = loaded.state === 'ready' ? `Welcome to ${loaded.data.organisation}` : 'Your invitation';
  return (
    <Gate title={title} lead="Set a password once; after that you sign in with it.">
      {loaded.state === 'loading' && <Skeleton of="the invitation" blocks={[24, 44, 44]} />}
      {loaded.state === 'failed' && (
        <>
          <Failure what="This invitation cannot be opened" error={loaded.error} retry={reload} />
          <p className="gate-hint">
            An invitation works once and for a limited time. Ask who sent it for a new one.
          </p>
        </>
      )}
      {loaded.state === 'ready' && <Accept path={path} onSignedIn={onSignedIn} {...loaded.data} />}
    </Gate>
  );
}
