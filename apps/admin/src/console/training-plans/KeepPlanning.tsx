import { useEffect } from 'react';
import { useListContext } from 'react-admin';
import type { TrainingPlan } from '../providers/records.ts';

/** An event tells when a plan is made, but not how far it is: looked at anew while one on the page is being made. */
export const lookEveryMs = 1_500;

export function KeepPlanning() {
  const { data, refetch } = useListContext<TrainingPlan>();
  const open = data?.some(({ state }) => state === 'planning') ?? false;
  useEffect(() => {
    if (!open) return;
    const timer = setInterval(() => void refetch(), lookEveryMs);
    return () => clearInterval(timer);
  }, [open, refetch]);
  return null;
}
