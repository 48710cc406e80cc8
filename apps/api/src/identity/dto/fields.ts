import { z } from 'zod';
import { oneLine } from '#platform/http/text';

export const email = z
  .email()
  .max(254)
  .transform((address) => address.toLowerCase());

/** No rule here but a bound: what makes a password good is said where one is chosen. */
export const password = z.string().min(1).max(1_000);

export const name = oneLine(200).min(1);
