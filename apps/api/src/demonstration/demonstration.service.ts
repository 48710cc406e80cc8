import { Injectable } from '@nestjs/common';
import { PoliciesService } from '#gaps';
import { IdentityService, OrganisationsService } from '#identity';
import type { Actor, TransactionContext } from '#platform/context/request-context';
import { type Worker, WorkforceService } from '#workforce';
import {
  EMPLOYER_PERSONAS,
  ORGANISATION,
  type Persona,
  PLATFORM,
  PLATFORM_PERSONAS,
  type WorkerSketch,
  WORKERS,
} from './example-drives.ts';
import { ExampleDrivesLoader } from './example-drives.loader.ts';

/** Tells whoever starts the installation what is being done. */
export type Report = (what: string) => void;

/**
 * Makes the demonstration at the first start. Each of its two organisations is one transaction that ends with the
 * personas of its people: an interrupted start leaves whole organisations or none, and the next makes what is missing.
 */
@Injectable()
export class DemonstrationService {
  constructor(
    private readonly identity: IdentityService,
    private readonly organisations: OrganisationsService,
    private readonly workforce: WorkforceService,
    private readonly policies: PoliciesService,
    private readonly exampleDrives: ExampleDrivesLoader,
  ) {}

  async load(report: Report): Promise<void> {
    await this.once('employer-administrator', () => {
      report(`Making the demonstration: ${ORGANISATION}, its people, roles, assessments and programmes.`);
      return this.makeManufacturer();
    });
    await this.once('platform-administrator', () => this.makePlatform());
  }

  /** Of two processes that start at once one makes it; the other fails on a taken address, and finds it made. */
  private async once(key: string, make: () => Promise<void>): Promise<void> {
    if (await this.stands(key)) return;
    try {
      await make();
    } catch (error) {
      if (!(await this.stands(key))) throw error;
    }
  }

  private async stands(key: string): Promise<boolean> {
    return (await this.identity.personas()).some((persona) => persona.key === key);
  }

  private makeManufacturer(): Promise<void> {
    const organisation = { name: ORGANISATION, kind: 'manufacturer', demonstration: true } as const;
    return this.organisations.createAnd(now(), organisation, async (context) => {
      const [administrator, assessor] = EMPLOYER_PERSONAS;
      const staff = {
        administrator: await this.person(context, administrator, 1),
        assessor: await this.person(context, assessor, 2),
      };
      await this.workforce.createDefaultScale(context);
      await this.policies.createDefaultPolicy(context);
      await this.exampleDrives.load(context, staff, (worker, sketch) =>
        this.account(context, worker, sketch),
      );
    });
  }

  private makePlatform(): Promise<void> {
    const organisation = { name: PLATFORM, kind: 'platform', demonstration: true } as const;
    return this.organisations.createAnd(now(), organisation, async (context) => {
      // After the manufacturer's people: most who look come for those.
      const first = EMPLOYER_PERSONAS.length + WORKERS.length + 1;
      for (const [place, persona] of PLATFORM_PERSONAS.entries())
        await this.person(context, persona, first + place);
    });
  }

  private async person(context: TransactionContext, persona: Persona, position: number): Promise<Actor> {
    const { key, name, email, title, what, role } = persona;
    const userId = await this.identity.createUser(context, { email, name, roles: [role] });
    await this.identity.addPersona(context, { key, userId, name, title, what, position });
    return { userId, name, roles: [role], workerNo: null, workerId: null };
  }

  /** Every worker has an account, so that what they say of themselves is said by somebody; two are personas. */
  private async account(context: TransactionContext, worker: Worker, sketch: WorkerSketch): Promise<string> {
    const { name, email, persona } = sketch;
    const userId = await this.identity.createUser(context, { email, name, roles: ['worker'], worker });
    if (persona !== undefined) {
      const position = EMPLOYER_PERSONAS.length + worker.workerNo;
      await this.identity.addPersona(context, { ...persona, userId, name, position });
    }
    return userId;
  }
}

const now = () => ({ requestId: 'demonstration', now: new Date() });
