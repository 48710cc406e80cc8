import type { OutboxStore, PendingAnswer, StoredAnswer } from './outbox.ts';

const STORE = 'answers';

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'));
  });
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('outbox', 1);
  request.onupgradeneeded = () =>
    request.result.createObjectStore(STORE, { keyPath: 'order', autoIncrement: true });
  return settled(request);
}

let database: Promise<IDBDatabase> | null = null;

async function write(work: (store: IDBObjectStore) => void): Promise<void> {
  database ??= open();
  // Strict: on the disk before it counts as kept, so that a phone that dies in the next second has lost nothing.
  const transaction = (await database).transaction(STORE, 'readwrite', { durability: 'strict' });
  work(transaction.objectStore(STORE));
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () =>
      reject(transaction.error ?? new Error('IndexedDB refused'));
  });
}

export const indexedDbStore: OutboxStore = {
  add: (answer: PendingAnswer) => write((store) => store.add(answer)),
  remove: (order) => write((store) => store.delete(order)),
  async all() {
    database ??= open();
    const store = (await database).transaction(STORE, 'readonly').objectStore(STORE);
    return settled(store.getAll() as IDBRequest<StoredAnswer[]>);
  },
};
