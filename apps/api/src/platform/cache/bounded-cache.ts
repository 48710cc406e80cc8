/** What is dear to make and never changes, held up to a number; the least lately used goes first. */
export class BoundedCache<Value> {
  private readonly held = new Map<string, Value>();

  /** @param most how many values are held */
  constructor(private readonly most: number) {}

  get(key: string): Value | undefined {
    const value = this.held.get(key);
    if (value === undefined) return undefined;
    this.held.delete(key);
    this.held.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.held.delete(key);
    this.held.set(key, value);
    for (const oldest of this.held.keys()) {
      if (this.held.size <= this.most) break;
      this.held.delete(oldest);
    }
  }
}
