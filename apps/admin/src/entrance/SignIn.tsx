import { useEffect, useState } from 'react';
import { readable } from '../api/problem.ts';
import { signIn, signInAs } from '../api/session.ts';
import type { Persona } from '../api/types.ts';
import { Gate } from './Gate.tsx';
import { SubmitForm } from './SubmitForm.tsx';
import { TextField } from './TextField.tsx';

/** The demonstration's people; a real installation has none and shows nothing of this. */
function usePersonas(): Persona[] {
  const [personas, setPersonas] = useState<Persona[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    fetch('/api/personas', { signal: controller.signal })
      .then((response) => (response.ok ? (response.json() as Promise<Persona[]>) : []))
      .then(setPersonas)
      .catch(() => {
        // Without them the form is still a way in.
      });
    return () => controller.abort();
  }, []);
  return personas;
}

function Personas({ personas, onSignedIn }: { personas: Persona[]; onSignedIn: () => void }) {
  const [going, setGoing] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const choose = async (key: string) => {
    if (going !== null) return;
    setGoing(key);
    setProblem(null);
    try {
      await signInAs(key);
      onSignedIn();
    } catch (error) {
      setProblem(error);
    } finally {
      setGoing(null);
    }
  };
  return (
    <section aria-labelledby="personas">
      <h2 id="personas">Look around as one of these people</h2>
      <p className="gate-hint">
        This is the demonstration. Its people and their ratings are invented, and nobody needs a password.
      </p>
      <ul className="personas">
        {personas.map(({ key, name, title, what }) => (
          <li key={key}>
            <button
              type="button"
              className="persona"
              onClick={() => void choose(key)}
              aria-disabled={going !== null}
            >
              <span className="persona-name">
                {name} <span className="persona-title">{title}</span>
              </span>
              <span className="persona-what">{going === key ? 'Signing in…' : what}</span>
            </button>
          </li>
        ))}
      </ul>
      <div role="alert">{problem !== null && <p className="field-problem">{readable(problem)}</p>}</div>
    </section>
  );
}

function EmailForm({ onSignedIn }: { onSignedIn: () => void }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const send = async () => {
    await signIn(email, password);
    onSignedIn();
  };
  return (
    <SubmitForm action="Sign in" send={send}>
      {() => (
        <>
          <TextField label="Email" type="email" autoComplete="username" value={email} onChange={setEmail} />
          <TextField
            label="Password"
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
          />
        </>
      )}
    </SubmitForm>
  );
}

export function SignIn({ onSignedIn }: { onSignedIn: () => void }) {
  const personas = usePersonas();
  return (
    <Gate title="Sign in">
      {personas.length > 0 && <Personas personas={personas} onSignedIn={onSignedIn} />}
      <section {...(personas.length > 0 ? { 'aria-labelledby': 'with-email' } : { 'aria-label': 'Sign in' })}>
        {personas.length > 0 && <h2 id="with-email">Or with an email address</h2>}
        <EmailForm onSignedIn={onSignedIn} />
      </section>
    </Gate>
  );
}
