import { uuidv7 } from 'uuidv7';
import type { Answer, Given, Installation } from '../builders/installation.ts';
import type { Known } from './route-matrix.ts';

/** Another manufacturer beside the demonstration's, with all of its own that a route can be asked for. */
export interface Neighbour {
  readonly tenantId: string;
  readonly administrator: string;
  /** Of the worker whom `known.worker` names. */
  readonly worker: string;
  readonly known: Known;
}

type Found = Record<string, string>;

export const FOUNDER = {
  name: 'Noor Haddad',
  email: 'noor@neighbour.example',
  password: 'a neighbour’s long phrase',
};

export async function aNeighbour(installation: Installation, platform: string): Promise<Neighbour> {
  const { admin } = installation;
  const succeed = async <Body = Found>(method: string, path: string, given: Given): Promise<Answer<Body>> => {
    const answer = await installation.send<Body>(method, `/api${path}`, given);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer;
  };
  const join = async (link: string | undefined): Promise<string> =>
    (
      await succeed('POST', `/invitations/${link?.split('/').at(-1)}`, {
        body: { password: FOUNDER.password },
      })
    ).body['accessToken'] ?? '';

  const created = await succeed('POST', '/organisations', {
    token: platform,
    body: { name: 'Neighbour', administrator: { name: FOUNDER.name, email: FOUNDER.email } },
  });
  const tenantId = created.body['id'] ?? '';
  const token = await join(created.body['invitationLink']);
  const first = async (path: string): Promise<Found> =>
    (await succeed<Found[]>('GET', path, { token })).body[0] ?? {};
  const filter = (wanted: object) => `?filter=${encodeURIComponent(JSON.stringify(wanted))}`;

  // No route makes programmes yet: one of the demonstration's is copied, with what it raises.
  const programme = uuidv7();
  for (const [table, id] of [
    ['programme', 'id'],
    ['programme_outcome', 'programme_id'],
  ] as const) {
    await admin.query(
      `insert into ${table} select (jsonb_populate_record(p, jsonb_build_object('tenant_id', $1::uuid, '${id}', $2::uuid))).*
         from ${table} p where ${id} = (select id from programme where tenant_id <> $1 order by id limit 1)`,
      [tenantId, programme],
    );
  }
  // Versions are counted within an organisation, and a requirement's id begins with one: these shall be nobody else's.
  await admin.query('insert into profile_version_counter (tenant_id, last_no) values ($1, 1000)', [tenantId]);
  const { id: release = '' } = await first('/releases');
  const { id: crosswalk = '' } = await first('/crosswalks');
  const { id: item = '' } = await first(`/releases/${release}/items`);
  const { id: occupation = '' } = await first(
    `/occupations${filter({ releaseId: release, q: 'Robotics Technicians', technologyArea: 'digital-automation' })}`,
  );
  const profile = await succeed('POST', '/role-profiles', {
    token,
    body: { name: 'Neighbour’s technician', occupationIds: [occupation] },
  });
  const roleProfileId = profile.body['id'] ?? '';
  await succeed('POST', `/role-profiles/${roleProfileId}/publish`, {
    token,
    headers: { 'if-match': profile.headers.get('etag') ?? '' },
  });
  const requirement = await first(`/requirements${filter({ roleProfileId })}`);
  const { body: team } = await succeed('POST', '/teams', { token, body: { name: 'Neighbour’s cell' } });
  const teamId = team['id'] ?? '';

  /** Hired, assigned, and through with an assessment in which everything was answered. */
  const assessed = async (name: string) => {
    const email = `${name.toLowerCase()}@neighbour.example`;
    const { body } = await succeed('POST', '/workers', { token, body: { name, email, teamId } });
    const workerId = body['id'] ?? '';
    const own = await join(body['invitationLink']);
    const { body: assignment } = await succeed('POST', '/role-assignments', {
      token,
      body: { workerId, roleProfileId },
    });
    const [assessment] = (await succeed<Found[]>('GET', '/assessments', { token: own })).body;
    const id = assessment?.['id'] ?? '';
    const { body: asked } = await succeed<{ questions: { ksaCode: string }[] }>('GET', `/assessments/${id}`, {
      token: own,
    });
    let etag = '';
    for (const { ksaCode } of asked.questions) {
      const path = `/assessments/${id}/answers/${ksaCode}`;
      const answered = await succeed('PUT', path, { token: own, body: { level: 1 } });
      etag = answered.headers.get('etag') ?? '';
    }
    await succeed('POST', `/assessments/${id}/submit`, { token: own, headers: { 'if-match': etag } });
    return { workerId, own, assignment: assignment['id'] ?? '', assessment: id };
  };
  const one = await assessed('Omar');
  const other = await assessed('Petra');
  const window = { from: '2027-03-01', until: '2027-03-31' };
  const { body: session } = await succeed('POST', '/programme-sessions', {
    token,
    body: { programmeId: programme, firstDay: window.from, lastDay: window.from, seats: 5 },
  });
  const { body: ownItem } = await succeed('POST', '/own-items', {
    token,
    body: { kind: 'ksa', title: 'Neighbour’s own' },
  });
  const { body: ownOccupation } = await succeed('POST', '/own-occupations', {
    token,
    body: { title: 'Neighbour’s own', technologyArea: 'materials', ksaCodes: ['own.1'] },
  });
  const { body: plan } = await succeed('POST', '/training-plans', {
    token,
    body: { name: 'Neighbour’s spring', ...window },
  });
  await until(async () => {
    const { rows } = await admin.query<{ ready: boolean }>(
      `select (select count(*) from recommendation where tenant_id = $1) = 2
          and not exists (select from job where tenant_id = $1 and state <> 'completed') as ready`,
      [tenantId],
    );
    return rows[0]?.ready === true;
  });

  const { body: proposal } = await succeed('POST', '/proposals', {
    token,
    body: { kind: 'proposal', releaseId: release, title: 'Gripping', says: 'The neighbour needs it.' },
  });
  return {
    tenantId,
    administrator: token,
    worker: one.own,
    known: {
      release,
      item,
      occupation,
      ksaCode: requirement['ksaCode'] ?? '',
      worker: one.workerId,
      colleague: other.workerId,
      team: teamId,
      profile: roleProfileId,
      requirement: requirement['id'] ?? '',
      roleAssignment: one.assignment,
      assessment: one.assessment,
      colleaguesAssessment: other.assessment,
      programme,
      programmeSession: session['id'] ?? '',
      trainingPlan: plan['id'] ?? '',
      job: (await first('/jobs'))['id'] ?? '',
      ownItem: ownItem['id'] ?? '',
      ownOccupation: ownOccupation['id'] ?? '',
      proposal: proposal['id'] ?? '',
      crosswalk,
      association: (await first(`/crosswalks/${crosswalk}/associations`))['id'] ?? '',
    },
  };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (
    const end = Date.now() + 15_000;
    Date.now() < end;
    await new Promise((again) => setTimeout(again, 100))
  )
    if (await holds()) return;
  throw new Error('The neighbour’s scores and recommendations did not come.');
}
