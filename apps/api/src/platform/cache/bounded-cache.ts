/**
 * What is dear to make and never changes, held up to a number. Two generations: what is asked for moves to the newer
 * one, and when that is full the older one is forgotten, so that nothing is written where something is merely found.
 */
export class BoundedCache<Value> {
  private newer = new Map<string, Value>();
  private older = new Map<string, Value>();

  /** @param most how many values are held */
  constructor(private readonly most: number) {}

  get(key: string): Value | undefined {
    const value = this.newer.get(key);
    if (value !== undefined) return value;
    const former = this.older.get(key);
    if (former !== undefined) this.set(key, former);
    return former;
  }

  delete(key: string): void {
    this.newer.delete(key);
    this.older.delete(key);
  }

  set(key: string, value: Value): void {
    if (this.newer.size >= this.most / 2) {
      this.older = this.newer;
      this.newer = new Map();
    }
    this.newer.set(key, value);
  }
}
