import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import {
  systemContext,
  type RequestContext,
  type TransactionContext,
} from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import type { CreateOrganisationDto } from './dto/organisation.dto.ts';
import type { OrganisationKind, OrganisationRow } from './identity.entities.ts';
import { IdentityService } from './identity.service.ts';
import { OrganisationsRepository, type OrganisationsQuery } from './organisations.repository.ts';

export interface NewOrganisation {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly demonstration: boolean;
}

@Injectable()
export class OrganisationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationsRepository,
    private readonly identity: IdentityService,
  ) {}

  /** Names and kinds alone; the access matrix keeps it to the platform's administrator. */
  list(
    _context: RequestContext,
    query: OrganisationsQuery,
  ): Promise<{ rows: OrganisationRow[]; total: number }> {
    return this.organisations.directory(query);
  }

  /** Every organisation, for work that is nobody's in particular and done for each. */
  ids(): Promise<string[]> {
    return this.organisations.ids();
  }

  /** What the caller's own organisation is called. */
  async nameOf(context: RequestContext): Promise<string> {
    return (await this.organisations.own(context))?.name ?? '';
  }

  /** Whether anybody is here yet: an installation without is still to be set up. */
  any(): Promise<boolean> {
    return this.organisations.any();
  }

  /**
   * A new tenant; `fill` runs in its transaction, with its context: an organisation without anybody in it never
   * stands.
   */
  createAnd<T>(
    by: Pick<RequestContext, 'requestId' | 'now'>,
    { name, kind, demonstration }: NewOrganisation,
    fill: (context: TransactionContext, organisation: OrganisationRow) => Promise<T>,
  ): Promise<T> {
    const tenantId = uuidv7();
    return this.unitOfWork.transaction(systemContext(tenantId, by.requestId, by.now), async (context) => {
      const organisation: OrganisationRow = {
        tenantId,
        name,
        slug: slugOf(name, tenantId),
        kind,
        demonstration,
        createdAt: by.now,
      };
      await this.organisations.insert(context, organisation);
      return fill(context, organisation);
    });
  }

  create(
    context: RequestContext,
    { name, administrator }: CreateOrganisationDto,
  ): Promise<{ organisation: OrganisationRow; invitationLink: string }> {
    return this.createAnd(
      context,
      { name, kind: 'manufacturer', demonstration: false },
      async (inside, organisation) => {
        const roles = ['employer-administrator'] as const;
        const { link } = await this.identity.invite(inside, {
          ...administrator,
          roles,
          emailPointer: '/administrator/email',
        });
        return { organisation, invitationLink: link };
      },
    );
  }
}

/** For addresses: words of the name, and an end that keeps two of one name apart. */
function slugOf(name: string, tenantId: string): string {
  const words =
    name
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return [...words, tenantId.slice(-6)].join('-').slice(0, 100);
}
