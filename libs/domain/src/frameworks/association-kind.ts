/**
 * What an item of one framework is to an item of another, read from the first to the second: the same; more general; more
 * special; akin; superseded by it.
 */
export const associationKinds = ['exact', 'broader', 'narrower', 'related', 'replaced-by'] as const;

export type AssociationKind = (typeof associationKinds)[number];
