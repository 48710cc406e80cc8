import { createTheme, type ThemeOptions } from '@mui/material/styles';
import { font, palettes, radius, spacing, type Palette } from '../../look/tokens.ts';

/**
 * Material UI in our look: no uppercase, no ripple, no shadow, labels above their fields. Colours come from the tokens
 * as values, because Material UI computes with them.
 */
const themeOf = (mode: 'light' | 'dark', colours: Palette): ThemeOptions =>
  createTheme({
    spacing,
    shape: { borderRadius: radius },
    shadows: Array<'none'>(25).fill('none') as never,
    palette: {
      mode,
      primary: { main: colours.attained, contrastText: colours.onAttained },
      secondary: { main: colours.attained, contrastText: colours.onAttained },
      error: { main: colours.short },
      warning: { main: colours.expiry },
      success: { main: colours.attained },
      background: { default: colours.canvas, paper: colours.paper },
      text: { primary: colours.text, secondary: colours.muted, disabled: colours.muted },
      divider: colours.line,
    },
    typography: {
      fontFamily: font.family,
      fontSize: font.body,
      htmlFontSize: font.body,
      body1: { fontSize: font.body },
      body2: { fontSize: font.body },
      caption: { fontSize: font.small },
      button: { textTransform: 'none', fontWeight: 600 },
    },
    components: {
      MuiButtonBase: { defaultProps: { disableRipple: true } },
      MuiButton: { defaultProps: { disableElevation: true, variant: 'contained' } },
      MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', margin: 'none' } },
      MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small', margin: 'none' } },
      MuiInputLabel: {
        defaultProps: { shrink: true },
        styleOverrides: {
          root: {
            position: 'static',
            transform: 'none',
            marginBottom: 6,
            fontSize: font.body,
            fontWeight: 600,
            color: colours.text,
            whiteSpace: 'normal',
            '&.Mui-focused': { color: colours.text },
          },
        },
      },
      MuiOutlinedInput: {
        defaultProps: { notched: false },
        styleOverrides: {
          root: { backgroundColor: colours.paper },
          notchedOutline: { borderColor: colours.edge, top: 0, '& legend': { display: 'none' } },
        },
      },
      MuiFormHelperText: {
        styleOverrides: { root: { marginLeft: 0, fontSize: font.small, color: colours.muted } },
      },
      // Popups stay where their field is: within the page's landmarks, and told from the page by a line, not a shadow.
      MuiAutocomplete: {
        defaultProps: { disablePortal: true },
        styleOverrides: { paper: { border: `1px solid ${colours.edge}` } },
      },
      MuiMenu: {
        // In the page, beside what an open menu hides from assistive technology, and not inside it.
        defaultProps: { container: thePage },
        styleOverrides: { paper: { border: `1px solid ${colours.edge}` } },
      },
      MuiChip: {
        styleOverrides: { root: { borderRadius: radius, backgroundColor: colours.sunk, maxWidth: '100%' } },
      },
    },
  });

const thePage = (): Element => document.getElementById('page') ?? document.body;

export const lightTheme = themeOf('light', palettes.light);
export const darkTheme = themeOf('dark', palettes.dark);
