import { z } from 'zod';

/** Whom it is tried with. */
export const scopeDto = z
  .union([
    z.strictObject({ roleProfileId: z.uuid() }),
    z.strictObject({ teamId: z.uuid() }),
    z.strictObject({ organisation: z.literal(true) }),
  ])
  .meta({ id: 'WhatIfScope', description: 'Everybody who has a role, a team, or the organisation.' });
