/**
 * How selections are counted. The source does not say how it does; each analysis names the rule under which the printed
 * figures come out first, and can be asked for the others:
 * - `ksas`: KSAs, each once;
 * - `lines`: as often as the source prints a selection, repeated lines too;
 * - `selections`: each pair of KSA and occupation once;
 * - `institutes`: each pair as often as institutes named the occupation;
 * - `occupations`: occupations that need any of the KSAs, each once; a title in two areas is two;
 * - `titles`: their titles, each once whatever the area.
 */
export const countingRules = ['ksas', 'lines', 'selections', 'institutes', 'occupations', 'titles'] as const;

export type CountingRule = (typeof countingRules)[number];
