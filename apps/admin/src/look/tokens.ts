/**
 * The product's colours, sizes and type, once. `tokens.css` gives the same values to style sheets as custom
 * properties (a spec holds the two together); the console's theme is made from this file.
 */
export interface Palette {
  readonly canvas: string;
  readonly paper: string;
  readonly sunk: string;
  readonly line: string;
  readonly text: string;
  readonly muted: string;
  readonly attained: string;
  readonly onAttained: string;
  readonly short: string;
  readonly shortGround: string;
  readonly notAssessed: string;
  readonly expiry: string;
  readonly edge: string;
  readonly focus: string;
  readonly rail: string;
  readonly railText: string;
  readonly railActive: string;
  readonly railMark: string;
}

export const palettes: { readonly light: Palette; readonly dark: Palette } = {
  light: {
    canvas: '#f3f4f0',
    paper: '#ffffff',
    sunk: '#ebede7',
    line: '#d5dad2',
    text: '#17201c',
    muted: '#525d57',
    attained: '#0f5c68',
    onAttained: '#ffffff',
    short: '#ad3b0b',
    shortGround: '#fcefe8',
    notAssessed: '#5a655f',
    expiry: '#805300',
    edge: '#7c8781',
    focus: '#0b57d0',
    rail: '#12262b',
    railText: '#dce7e6',
    railActive: '#1f414a',
    railMark: '#74c7d3',
  },
  dark: {
    canvas: '#111618',
    paper: '#1a2124',
    sunk: '#222b2f',
    line: '#364147',
    text: '#e9eeeb',
    muted: '#a9b5b0',
    attained: '#74c7d3',
    onAttained: '#0b1113',
    short: '#ff9c6e',
    shortGround: '#38231a',
    notAssessed: '#a3b0aa',
    expiry: '#f0be4a',
    edge: '#83918f',
    focus: '#8ab4f8',
    rail: '#0b1113',
    railText: '#c9d6d4',
    railActive: '#1c3238',
    railMark: '#74c7d3',
  },
};

export const font = {
  family: "'Public Sans Variable', system-ui, sans-serif",
  body: 15,
  small: 13,
  h1: { size: 28, weight: 650 },
  h2: { size: 17, weight: 650 },
  readiness: { size: 44, weight: 700 },
} as const;

export const radius = 6;
export const spacing = 8;

/** From here on there is room for the rail; below it the shell is a top bar. */
export const wideScreen = 900;
