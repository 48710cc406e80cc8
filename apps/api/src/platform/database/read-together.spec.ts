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

test('nothing waits while little is asked; what comes meanwhile is asked together, so many at most', async () => {
  const { asked, together, endOne } = slowReader();
  const answers = Promise.all([1, 2, 3, 4, 5, 6, 7].map((question) => together.ask('ours', question)));
  expect(asked.map(({ questions }) => questions)).toEqual([[1], [2]]);
  await endOne();
  await endOne();
  expect(asked.map(({ questions }) => questions)).toEqual([[1], [2], [3, 4, 5], [6, 7]]);
  await endOne();
  await endOne();
  expect(await answers).toEqual([2, 4, 6, 8, 10, 12, 14]);
  void together.ask('ours', 8);
  expect(asked.at(-1)).toEqual({ key: 'ours', questions: [8] });
});

test('what differs in its key is never asked together, and does not wait for each other', () => {
  const { asked, together } = slowReader();
  for (const key of ['ours', 'theirs']) for (const question of [1, 2, 3]) void together.ask(key, question);
  expect(asked).toEqual([
    { key: 'ours', questions: [1] },
    { key: 'ours', questions: [2] },
    { key: 'theirs', questions: [1] },
    { key: 'theirs', questions: [2] },
  ]);
});

test('who was asked together fails together, and those after them do not', async () => {
  const { together, endOne } = slowReader();
  const answers = [1, 2, 12, 13, 14, 15].map((question) => together.ask('ours', question).catch(String));
  for (let ended = 0; ended < 4; ended += 1) await endOne();
  const unlucky = 'Error: unlucky';
  expect(await Promise.all(answers)).toEqual([2, 4, unlucky, unlucky, unlucky, 30]);
});
