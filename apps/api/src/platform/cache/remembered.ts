import { isTransaction, type RequestContext } from '../context/request-context.ts';
import type { BoundedCache } from './bounded-cache.ts';

/**
 * What the cache holds under the key, or what is made now and held from then on; whoever asks meanwhile waits for the
 * same. What fails is not held, and nothing is that was read inside a transaction: it may yet be rolled back, and the
 * same key then mean something else.
 */
export function remembered<Value>(
  context: RequestContext,
  cache: BoundedCache<Promise<Value>>,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (isTransaction(context)) return made;
  cache.set(key, made);
  made.catch(() => cache.delete(key));
  return made;
}
