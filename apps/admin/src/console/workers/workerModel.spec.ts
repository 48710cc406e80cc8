import { describe, expect, it } from '@jest/globals';
import { newWorker, toSend } from './workerModel.ts';

describe('a new worker', () => {
  it('is sent without an e-mail address when none was given', () => {
    expect(toSend({ ...newWorker, name: 'Amara Okafor', email: '  ' })).toEqual({
      name: 'Amara Okafor',
      jobTitle: '',
      teamId: null,
    });
  });

  it('is sent with the address, so that an invitation is made', () => {
    const given = {
      name: 'Amara Okafor',
      jobTitle: 'Technician',
      email: ' a@example.com ',
      teamId: 'team-1',
    };
    expect(toSend(given)).toEqual({
      name: 'Amara Okafor',
      jobTitle: 'Technician',
      teamId: 'team-1',
      email: 'a@example.com',
    });
  });
});
