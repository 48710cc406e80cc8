import { useEffect } from 'react';
import { holdForEditing } from './editing.ts';

/** Keeps live updates off a record for as long as its form is open. */
export function useHeldForEditing(resource: string, id: string): void {
  useEffect(() => holdForEditing(resource, id), [resource, id]);
}
