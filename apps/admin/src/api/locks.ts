const chains = new Map<string, Promise<unknown>>();

/**
 * One at a time, over all tabs. Web Locks and randomUUID exist in secure contexts only (https, localhost); a trial on
 * a shop floor's plain http still has to work, with this tab's own queue as its guard.
 */
export function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = (navigator as Partial<Navigator>).locks;
  if (locks !== undefined) return locks.request(name, work);
  const turn = (chains.get(name) ?? Promise.resolve()).then(work, work);
  chains.set(name, turn);
  return turn;
}

export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
