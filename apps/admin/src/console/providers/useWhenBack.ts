import { useEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

/**
 * Where the reader has gone back or forward: a field that is being typed into follows the address only then, since the
 * address comes behind the typing.
 */
export function useWhenBack(follow: () => void): void {
  const { key } = useLocation();
  const isBack = useNavigationType() === NavigationType.Pop;
  const latest = useRef(follow);
  useEffect(() => {
    latest.current = follow;
  });
  useEffect(() => {
    if (isBack) latest.current();
  }, [key, isBack]);
}
