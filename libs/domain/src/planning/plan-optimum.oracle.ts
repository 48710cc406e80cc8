import loadHighs from 'highs';
import type { CompiledRoleProfile } from '../gaps/role-profile.ts';
import type { Programme } from '../training/programme.ts';
import type { PlanningInput, ProgrammeSession } from './training-plan.ts';

interface Row {
  readonly upper: number;
  readonly terms: readonly (readonly [column: number, factor: number])[];
}

export interface Optimum {
  /** The seats of a best plan. */
  readonly places: readonly { readonly workerNo: number; readonly sessionId: string }[];
  /** What the solver says that it gains, and that nothing gains more than: readiness, in floating point. */
  readonly gained: number;
  readonly bound: number;
}

let solver: ReturnType<typeof loadHighs> | null = null;

/**
 * The organisation's question as a mixed-integer programme, solved by HiGHS: an independent answer to hold the planner
 * against. A yes or no for each worker and session; a part for each level of each KSA that a worker is short of, no
 * more than the seats in sessions that reach it.
 */
export async function optimalPlan(input: PlanningInput, relaxed = false): Promise<Optimum> {
  const { workers, profiles, costCents, minutesPerWorker } = input;
  const programmes = new Map(input.programmes.map((programme) => [programme.id, programme]));
  const sessions = input.sessions.filter(
    ({ firstDay, lastDay }) => firstDay >= input.from && lastDay <= input.until,
  );
  const worth: number[] = [];
  const integer: number[] = [];
  const rows: Row[] = [];
  const seats: { workerNo: number; session: ProgrammeSession; programme: Programme; column: number }[] = [];
  const column = (value: number, isWhole: boolean): number => {
    integer.push(isWhole ? 1 : 0);
    return worth.push(value) - 1;
  };

  for (const { workerNo, roles, beyond, completed = [] } of workers) {
    const own = sessions.flatMap((session) => {
      const programme = programmes.get(session.programmeId) as Programme;
      if (completed.includes(programme.id) || (costCents !== null && programme.costCents === null)) return [];
      return [{ workerNo, session, programme, column: column(0, true) }];
    });
    seats.push(...own);
    const known = new Map(beyond ?? []);
    const short = new Map<string, { ksaNo: number; level: number; worth: number }>();
    for (const { profile, attained } of roles) {
      const { requirements, worthOfLevel, denominator } = profiles[profile] as CompiledRoleProfile;
      requirements.forEach(({ ksaNo, requiredLevel }, slot) => {
        const level = attained[slot] as number;
        if (level < 0) return;
        known.set(ksaNo, Math.max(level, known.get(ksaNo) ?? 0));
        for (let to = level + 1; to <= requiredLevel; to += 1) {
          const key = `${ksaNo}:${to}`;
          const before = short.get(key)?.worth ?? 0;
          short.set(key, { ksaNo, level: to, worth: before + (worthOfLevel[slot] as number) / denominator });
        }
      });
    }
    const reaching = (ksaNo: number, level: number) =>
      own.filter(({ programme }) => programme.outcomes.some((o) => o.ksaNo === ksaNo && o.level >= level));
    for (const { ksaNo, level, worth: value } of short.values()) {
      const reached = column(value, false);
      const terms = reaching(ksaNo, level).map((seat) => [seat.column, -1] as const);
      rows.push({ upper: 0, terms: [[reached, 1], ...terms] });
    }
    own.forEach((a, index) => {
      for (const b of own.slice(index + 1)) {
        const isSame = a.programme === b.programme;
        if (isSame || (a.session.firstDay <= b.session.lastDay && b.session.firstDay <= a.session.lastDay))
          rows.push({
            upper: 1,
            terms: [
              [a.column, 1],
              [b.column, 1],
            ],
          });
      }
      const first = (seat: typeof a) => seat.session.lastDay < a.session.firstDay;
      const must = (fulfil: typeof own) =>
        rows.push({
          upper: 0,
          terms: [[a.column, 1], ...fulfil.filter(first).map((seat) => [seat.column, -1] as const)],
        });
      for (const id of a.programme.requiresProgrammes) {
        if (!completed.includes(id)) must(own.filter(({ programme }) => programme.id === id));
      }
      for (const { ksaNo, level } of a.programme.requiresLevels) {
        if ((known.get(ksaNo) ?? 0) < level) must(reaching(ksaNo, level));
      }
    });
    if (minutesPerWorker !== null)
      rows.push({ upper: minutesPerWorker, terms: own.map((seat) => [seat.column, seat.programme.minutes]) });
  }
  for (const session of sessions) {
    if (session.seats === null) continue;
    const takers = seats.filter((seat) => seat.session === session);
    rows.push({ upper: session.seats, terms: takers.map((seat) => [seat.column, 1]) });
  }
  if (costCents !== null)
    rows.push({ upper: costCents, terms: seats.map((seat) => [seat.column, seat.programme.costCents ?? 0]) });
  return solve(worth, integer, rows, seats, relaxed);
}

async function solve(
  worth: readonly number[],
  integer: readonly number[],
  given: readonly Row[],
  seats: readonly { workerNo: number; session: ProgrammeSession; column: number }[],
  relaxed: boolean,
): Promise<Optimum> {
  const rows = given.filter(({ terms }) => terms.length > 0);
  if (seats.length === 0) return { places: [], gained: 0, bound: 0 };
  const highs = await (solver ??= loadHighs());
  const starts = [0];
  for (const { terms } of rows) starts.push((starts.at(-1) as number) + terms.length);
  const entries = rows.flatMap(({ terms }) => terms);
  const model = highs.createModel({
    numCols: worth.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: Float64Array.from(worth),
    colLower: new Float64Array(worth.length),
    colUpper: new Float64Array(worth.length).fill(1),
    rowLower: new Float64Array(rows.length).fill(-highs.infinity),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: worth.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(entries, ([at]) => at),
      values: Float64Array.from(entries, ([, factor]) => factor),
    },
    ...(relaxed ? {} : { integrality: Int32Array.from(integer) }),
  });
  try {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-9 });
    model.run();
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal)
      throw new Error(`HiGHS found no optimum: ${String(model.getModelStatus())}`);
    const { colValue } = model.getSolution();
    const places = seats
      .filter(({ column }) => (colValue[column] as number) > 0.5)
      .map(({ workerNo, session }) => ({ workerNo, sessionId: session.id }));
    const gained = model.getObjectiveValue();
    return { places, gained, bound: relaxed ? gained : Number(model.info.get('mip_dual_bound')) };
  } finally {
    model.dispose();
  }
}
