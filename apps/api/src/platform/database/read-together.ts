interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

interface Line<Question, Answer> {
  underWay: number;
  readonly waiting: Waiting<Question, Answer>[];
}

/**
 * Questions of one kind that come while others are under way wait for those, and are then asked in one statement. A
 * statement for eight costs half a statement for each, so that the database has the more to give the more is asked of
 * it; and while little is asked nothing waits but for the turn of the event loop that it came with.
 */
export class ReadTogether<Key, Question, Answer> {
  private readonly lines = new Map<string, Line<Question, Answer>>();

  /**
   * @param keyOf what questions must have in common to be asked together: the tenant, first of all
   * @param read answers each question, in their order
   * @param atOnce statements under way for a key; more wait
   * @param most questions of a statement
   */
  constructor(
    private readonly keyOf: (key: Key) => string,
    private readonly read: (key: Key, questions: readonly Question[]) => Promise<readonly Answer[]>,
    private readonly atOnce: number,
    private readonly most: number,
  ) {}

  ask(key: Key, question: Question): Promise<Answer> {
    const name = this.keyOf(key);
    let line = this.lines.get(name);
    if (line === undefined) this.lines.set(name, (line = { underWay: 0, waiting: [] }));
    const { waiting } = line;
    const answer = new Promise<Answer>((resolve, reject) => waiting.push({ question, resolve, reject }));
    if (line.underWay < this.atOnce) void this.next(name, line, key);
    return answer;
  }

  private async next(name: string, line: Line<Question, Answer>, key: Key): Promise<void> {
    line.underWay += 1;
    while (line.waiting.length > 0) {
      // What has come with the same turn of the event loop comes along: writing to a database that sleeps is dear.
      await new Promise(setImmediate);
      if (line.waiting.length === 0) break;
      const together = line.waiting.splice(0, this.most);
      try {
        const answers = await this.read(
          key,
          together.map(({ question }) => question),
        );
        together.forEach(({ resolve }, place) => resolve(answers[place] as Answer));
      } catch (error) {
        for (const { reject } of together) reject(error);
      }
    }
    line.underWay -= 1;
    if (line.underWay === 0 && line.waiting.length === 0) this.lines.delete(name);
  }
}
