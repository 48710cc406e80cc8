import { useState } from 'react';
import { publicGet } from '../api/publicGet.ts';
import { fieldProblem } from '../api/problem.ts';
import { startSession } from '../api/session.ts';
import type { SetUpState } from '../api/types.ts';
import { useLoaded } from '../api/useLoaded.ts';
import { Failure } from '../look/Failure.tsx';
import { Skeleton } from '../look/Skeleton.tsx';
import { Gate } from './Gate.tsx';
import { passwordHint } from './passwordHint.ts';
import { Link } from './router.tsx';
import { SubmitForm } from './SubmitForm.tsx';
import { TextField } from './TextField.tsx';

const FIELDS = [
  {
    name: 'token',
    label: 'Set-up code',
    autoComplete: 'off',
    hint: 'The server printed it when it first started.',
  },
  { name: 'organisation', label: 'Your organisation', autoComplete: 'organization' },
  { name: 'name', label: 'Your name', autoComplete: 'name' },
  { name: 'email', label: 'Your email', autoComplete: 'username', type: 'email' },
  { name: 'password', label: 'Password', autoComplete: 'new-password', type: 'password', hint: passwordHint },
] as const;

function SetUpForm({ token, onSignedIn }: { token: string; onSignedIn: () => void }) {
  const [values, setValues] = useState<Record<string, string>>({ token });
  const send = async () => {
    await startSession('/api/set-up', values);
    onSignedIn();
  };
  return (
    <SubmitForm action="Set up" send={send}>
      {(problem) =>
        FIELDS.map(({ name, ...field }) => (
          <TextField
            key={name}
            {...field}
            value={values[name] ?? ''}
            onChange={(value) => setValues((before) => ({ ...before, [name]: value }))}
            problem={fieldProblem(problem, `/${name}`)}
          />
        ))
      }
    </SubmitForm>
  );
}

/** Once in an installation's life: its first administrator. */
export function SetUp({ token, onSignedIn }: { token: string; onSignedIn: () => void }) {
  const [loaded, reload] = useLoaded('/api/set-up', (signal) => publicGet<SetUpState>('/api/set-up', signal));
  return (
    <Gate
      title="Set up this installation"
      lead="You become its first administrator and invite everybody else."
    >
      {loaded.state === 'loading' && <Skeleton of="the set-up" blocks={[24, 44, 44]} />}
      {loaded.state === 'failed' && (
        <Failure what="The set-up cannot be opened" error={loaded.error} retry={reload} />
      )}
      {loaded.state === 'ready' &&
        (loaded.data.open ? (
          <SetUpForm token={token} onSignedIn={onSignedIn} />
        ) : (
          <p>
            This installation is set up already. <Link href="/sign-in">Sign in</Link>
          </p>
        ))}
    </Gate>
  );
}
