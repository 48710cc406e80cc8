import {
  compileCatalogue,
  type CompiledCatalogue,
  type Programme,
  type Recommendation,
  recommendTraining,
  type TrainingBudget,
} from '#domain';
import { bestOfEverySubset } from '../../libs/domain/src/training/every-subset.oracle.ts';
import { followSteps } from '../../libs/domain/src/training/follow-steps.oracle.ts';
import { randomTraining } from '../../libs/domain/src/training/random-training.arbitrary.ts';
import { catalogueOf, shortWorkers, type TrainedWorker } from '../data/training-offer.ts';
import { randomFrom } from '../data/random.ts';
import { distribution } from '../distribution.ts';
import type { Bench, Measure, Measurement } from '../measurement.ts';
import { plainGreedy } from '../yardsticks/plain-greedy.ts';

/**
 * Recommendations from a catalogue of 5,000 programmes for workers who are short of 40 KSAs: what one costs in processor
 * time once the catalogue is compiled, beside plain greedy over the same catalogue. Besides, small catalogues against the
 * best of every subset, with and without prerequisites, by the usual effort and by hardly any.
 */
const PROGRAMMES = 5_000;
const WORKERS = 1_000;
const WARM_UP = 100;
const INSTANCES = 4_000;
const TARGET_MS = 5;
const TARGET = { mean: 0.995, worst: 0.88, certified: 0.88 };

const BUDGETS: readonly { readonly name: string; readonly budget: TrainingBudget }[] = [
  { name: '80 hours', budget: { minutes: 80 * 60, costCents: null } },
  { name: '80 hours and 2,000', budget: { minutes: 80 * 60, costCents: 200_000 } },
  { name: '400 hours', budget: { minutes: 400 * 60, costCents: null } },
  { name: 'no limit', budget: { minutes: null, costCents: null } },
];

export const measurement: Measure = {
  name: 'recommendation',
  run(bench) {
    const share = bench.quick ? 10 : 1;
    const programmes = catalogueOf(6000, PROGRAMMES);
    const workers = shortWorkers(6000, WARM_UP + WORKERS / share);
    const from = performance.now();
    const catalogue = compileCatalogue(programmes, 4);
    bench.say(
      `${PROGRAMMES} programmes compiled in ${Math.round(performance.now() - from)} ms, once for all`,
    );
    const instances = INSTANCES / share;
    return Promise.resolve([
      ...BUDGETS.map((each) => large(bench, { ...each, workers, programmes, catalogue })),
      ...small(bench, 'small catalogues', instances, undefined),
      ...small(bench, 'the same with hardly a search', instances, 1),
    ]);
  },
};

interface Large {
  readonly name: string;
  readonly budget: TrainingBudget;
  readonly workers: readonly TrainedWorker[];
  readonly programmes: readonly Programme[];
  readonly catalogue: CompiledCatalogue;
}

function large(bench: Bench, { name, budget, workers, programmes, catalogue }: Large): Measurement {
  const ours: number[] = [];
  const theirs: number[] = [];
  const certified: number[] = [];
  let gainedByUs = 0;
  let gainedByThem = 0;
  let optimal = 0;
  for (const [index, worker] of workers.entries()) {
    let answer: Recommendation | null = null;
    let plain = 0;
    const took = cpuMilliseconds(() => (answer = recommendTraining({ ...worker, catalogue, budget })));
    // Plain greedy takes long: a tenth of the workers will do.
    const alike = index % 10 === 0;
    const plainly = alike ? cpuMilliseconds(() => (plain = plainGreedy(worker, programmes, budget))) : 0;
    if (index < WARM_UP) continue;
    const { gained, bound, denominator, optimal: isOptimal } = answer as unknown as Recommendation;
    ours.push(took);
    certified.push(bound === 0 ? 1 : gained / bound);
    optimal += isOptimal ? 1 : 0;
    if (!alike) continue;
    theirs.push(plainly);
    gainedByUs += gained / denominator;
    gainedByThem += plain / denominator;
  }
  const of = distribution(ours);
  const [mean, plainMean] = [average(ours), average(theirs)];
  bench.say(
    `${name}: ${inDigits(mean)} ms on average, p50 ${of.p50}, p99 ${of.p99}, longest ${of.max}; gain over certificate ${shares(certified)}`,
  );
  return {
    name: `recommendation of ${PROGRAMMES} programmes for 40 gaps, ${name}`,
    value: mean,
    unit: 'ms of CPU',
    yardstick: { name: 'plain greedy', value: plainMean, unit: 'ms of CPU' },
    ratio: mean / plainMean,
    target: `< ${TARGET_MS} ms on average`,
    meets: mean < TARGET_MS,
    note:
      `n ${of.count}, p50 ${of.p50}, p99 ${of.p99}, longest ${of.max} ms; gain over certificate ${inDigits(average(certified))} on average, ` +
      `${inDigits(Math.min(...certified))} at worst, ${optimal} proven optimal; gains ${inDigits(gainedByUs / gainedByThem)} times as much as plain greedy`,
  };
}

function small(
  bench: Bench,
  name: string,
  instances: number,
  effort: number | undefined,
): readonly Measurement[] {
  const random = randomFrom(20_261_130);
  const found: number[] = [];
  const certified: number[] = [];
  let broken = 0;
  let optimal = 0;
  for (let index = 0; index < instances; index += 1) {
    const training = randomTraining(random, { fewest: 4, most: 15, prerequisites: index % 2 === 1 });
    const best = bestOfEverySubset(training);
    const catalogue = compileCatalogue(training.programmes, training.profile.maxLevel);
    const answer = recommendTraining({ ...training, catalogue, ...(effort === undefined ? {} : { effort }) });
    const { faults, gained } = followSteps(training, answer);
    if (faults.length > 0 || gained !== answer.gained || gained > best || answer.bound < best) broken += 1;
    if (answer.optimal) optimal += 1;
    if (best === 0) continue;
    found.push(gained / best);
    certified.push(gained / answer.bound);
  }
  bench.say(
    `${name}, ${instances}: of the optimum ${shares(found)}; gain over certificate ${shares(certified)}`,
  );
  const [mean, worst, ofCertificate] = [average(found), Math.min(...found), average(certified)];
  const isUsual = effort === undefined;
  return [
    {
      name: `${name}, gained of the optimum`,
      value: mean,
      unit: 'of the optimum, on average',
      yardstick: { name: 'best of every subset', value: 1, unit: 'of the optimum' },
      ratio: mean,
      target: isUsual
        ? `mean >= ${TARGET.mean}, worst >= ${TARGET.worst}, no certificate below the optimum`
        : 'mean >= 0.97, no certificate below the optimum',
      meets: broken === 0 && (isUsual ? mean >= TARGET.mean && worst >= TARGET.worst : mean >= 0.97),
      note: `n ${found.length} of up to 15 programmes in which anything is gained, worst ${inDigits(worst)}; ${broken} answers that cannot be followed, exceed the optimum or whose certificate is below it; ${optimal} proven optimal`,
    },
    {
      name: `${name}, gain over certificate`,
      value: ofCertificate,
      unit: 'of the certificate, on average',
      yardstick: null,
      ratio: null,
      target: `>= ${TARGET.certified}`,
      meets: ofCertificate >= TARGET.certified,
      note: `at worst ${inDigits(Math.min(...certified))}`,
    },
  ];
}

/** Of this thread alone. */
function cpuMilliseconds(work: () => unknown): number {
  const from = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(from);
  return (user + system) / 1000;
}

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const inDigits = (value: number): string => value.toPrecision(4);

function shares(found: readonly number[]): string {
  const sorted = found.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(4);
  return `worst ${at(0)}, p1 ${at(0.01)}, p5 ${at(0.05)}, p50 ${at(0.5)}, mean ${average(found).toFixed(5)}`;
}
