/**
 * How a form reads its record: under a key of its own, so that neither a list's row (which lacks the version) nor a live
 * update gets into the form, and once, when it opens.
 */
export const formMeta = { for: 'form' } as const;

export const formRecord = { meta: formMeta, staleTime: Infinity, gcTime: 0 } as const;
