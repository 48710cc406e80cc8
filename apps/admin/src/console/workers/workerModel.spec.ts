import { describe, expect, it } from '@jest/globals';
import { newWorker, toSend } from './workerModel.ts';

describe('a new worker', () => {
  it('is sent without an e-mail address when none was given', () => {
    expect(toSend({ ...newWorker, name: 'Amara Okafor', email: '  ' })).toEqual({
      name: 'Amara Okafor',
      jobTitle: '',
    });
  });

  it('is sent with the address, so that an invitation is made', () => {
    expect(toSend({ name: 'Amara Okafor', jobTitle: 'Technician', email: ' a@example.com ' })).toEqual({
      name: 'Amara Okafor',
      jobTitle: 'Technician',
      email: 'a@example.com',
    });
  });
});
