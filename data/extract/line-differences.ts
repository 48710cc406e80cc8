/** The lines that only one of two texts has, "-" for the first and "+" for the second; a changed order counts. */
export function lineDifferences(before: string, after: string): string[] {
  if (before === after) return [];
  const only = (text: string, other: string, sign: string) => {
    const lines = new Set(other.split('\n'));
    return text
      .split('\n')
      .filter((line) => !lines.has(line))
      .map((line) => `${sign}${line}`);
  };
  const differing = [...only(before, after, '-'), ...only(after, before, '+')];
  return differing.length > 0 ? differing : ['the same lines in another order or number'];
}
