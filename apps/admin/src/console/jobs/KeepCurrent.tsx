import { useEffect } from 'react';
import { useListContext } from 'react-admin';
import type { Job } from '../providers/records.ts';
import { isOpen } from './jobModel.ts';

/** Events tell of a job's progress, but not of its beginning: looked at anew while something on the page is open. */
const LOOK_EVERY_MS = 2_000;

export function KeepCurrent() {
  const { data, refetch } = useListContext<Job>();
  const open = data?.some(isOpen) ?? false;
  useEffect(() => {
    if (!open) return;
    const timer = setInterval(() => void refetch(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [open, refetch]);
  return null;
}
