const dateTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

export const shownDateTime = (iso: string): string => dateTime.format(new Date(iso));
export const shownDay = (iso: string): string => date.format(new Date(iso));
