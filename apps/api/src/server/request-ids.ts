import { webcrypto } from 'node:crypto';
import { V7Generator } from 'uuidv7';

/** Random numbers are dear by the call, not by the number. */
const RANDOM_NUMBERS = 4096;

/** A UUIDv7 for each request. */
export function requestIds(): () => string {
  const numbers = new Uint32Array(RANDOM_NUMBERS);
  let next = numbers.length;
  const generator = new V7Generator({
    nextUint32() {
      if (next === numbers.length) {
        webcrypto.getRandomValues(numbers);
        next = 0;
      }
      return numbers[next++] as number;
    },
  });
  return () => generator.generate().toString();
}
