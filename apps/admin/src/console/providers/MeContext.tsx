import { createContext, useContext, useMemo } from 'react';
import type { Me } from '../../api/types.ts';
import { mayDo } from './access.ts';

const MeContext = createContext<Me | null>(null);

export const MeProvider = MeContext.Provider;

export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error('Nobody is signed in above this component.');
  return me;
}

export function usePermissionSet(): ReadonlySet<string> {
  const { permissions } = useMe();
  return useMemo(() => new Set(permissions), [permissions]);
}

export function useMay(resource: string, action: string): boolean {
  return mayDo(usePermissionSet(), resource, action);
}
