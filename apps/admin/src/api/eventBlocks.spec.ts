import { describe, expect, it } from '@jest/globals';
import { EventBlocks } from './eventBlocks.ts';

describe('the event stream', () => {
  it('gives an event when its block is whole, however it was cut', () => {
    const blocks = new EventBlocks();
    expect(blocks.push('event: score-comp')).toEqual([]);
    expect(blocks.push('uted\ndata: {"type":"score-computed","workerId":"w"}\n')).toEqual([]);
    expect(blocks.push('\nevent: open\ndata: {}\n\n')).toEqual([
      { type: 'score-computed', workerId: 'w' },
      { type: 'open' },
    ]);
  });

  it('passes over heartbeats and takes both kinds of line end', () => {
    const blocks = new EventBlocks();
    expect(blocks.push(': still here\n\n')).toEqual([]);
    expect(blocks.push('event: a\r\ndata: {}\r\n\r\n')).toEqual([{ type: 'a' }]);
  });
});
