/** What an organisation has of its own has the codes `own.1`, `own.2` … beside those of whatever release. */
export const OWN_CODE = 'own';

export const isOwnCode = (code: string): boolean => code.split('.')[0]?.toLowerCase() === OWN_CODE;
