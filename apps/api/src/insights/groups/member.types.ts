/** The newest score of one role that a member has; one entry a requirement. */
export interface StoredMemberScore {
  readonly profileVersionNo: number;
  /** A level; −1: unknown. */
  readonly attained: Int16Array;
  /** 1: verified. */
  readonly verified: Uint8Array;
  /** The deciding rating's seq; −1: none. */
  readonly used: Int32Array;
}

/** A member with their stored scores, in the order of the profile versions' numbers. */
export interface MemberScores {
  readonly workerNo: number;
  /** Null: in no team. */
  readonly teamNo: number | null;
  /** Their live ratings, packed. */
  readonly packed: Buffer;
  readonly scores: StoredMemberScore[];
}

/** A member to be resolved again. */
export interface Member {
  readonly workerNo: number;
  readonly packed: Buffer;
  /** The published version of each role that they have, in ascending order. */
  readonly profileVersionNos: readonly number[];
}

export interface NamedMember extends Member {
  readonly id: string;
  readonly name: string;
}

/** Some members in the order of their numbers; `next` is the number to go on after, null at the end. */
export interface MembersPage<Row> {
  readonly rows: readonly Row[];
  readonly next: number | null;
}
