import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { ReadTogether } from './read-together.ts';

interface Asked {
  readonly key: string;
  readonly questions: readonly number[];
}

/** Answers a question by itself doubled, as soon as it is let. */
function slowReader() {
  const asked: Asked[] = [];
  const ends: (() => void)[] = [];
  const together = new ReadTogether<string, number, number>(
    (key) => key,
    async (key, questions) => {
      asked.push({ key, questions });
      await new Promise<void>((resolve) => ends.push(resolve));
      if (questions.includes(13)) throw new Error('unlucky');
      return questions.map((question) => 2 * question);
    },
    2,
    3,
  );
  const endOne = async () => {
    ends.shift()?.();
    await pause(0);
  };
  return { asked, together, endOne };
}

test('what comes with one turn, or while others are under way, is asked together, so many at most', async () => {
  const { asked, together, endOne } = slowReader();
  const answers = Promise.all([1, 2, 3, 4, 5, 6, 7].map((question) => together.ask('ours', question)));
  await pause(0);
  expect(asked.map(({ questions }) => questions)).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  const late = together.ask('ours', 8);
  await endOne();
  expect(asked.at(-1)?.questions).toEqual([7, 8]);
  await endOne();
  await endOne();
  expect(await answers).toEqual([2, 4, 6, 8, 10, 12, 14]);
  expect(await late).toBe(16);
});

test('nothing waits for more to come while little is asked', async () => {
  const { asked, together, endOne } = slowReader();
  const first = together.ask('ours', 1);
  await pause(0);
  const second = together.ask('ours', 2);
  await pause(0);
  expect(asked.map(({ questions }) => questions)).toEqual([[1], [2]]);
  await endOne();
  await endOne();
  expect([await first, await second]).toEqual([2, 4]);
});

test('what differs in its key is never asked together, and does not wait for each other', async () => {
  const { asked, together } = slowReader();
  for (const key of ['ours', 'theirs']) for (const question of [1, 2, 3]) void together.ask(key, question);
  await pause(0);
  expect(asked).toEqual([
    { key: 'ours', questions: [1, 2, 3] },
    { key: 'theirs', questions: [1, 2, 3] },
  ]);
});

test('who was asked together fails together, and those beside and after them do not', async () => {
  const { together, endOne } = slowReader();
  const answers = [1, 2, 13, 4, 5, 6, 7].map((question) => together.ask('ours', question).catch(String));
  await pause(0);
  for (let ended = 0; ended < 3; ended += 1) await endOne();
  const unlucky = 'Error: unlucky';
  expect(await Promise.all(answers)).toEqual([unlucky, unlucky, unlucky, 8, 10, 12, 14]);
});
