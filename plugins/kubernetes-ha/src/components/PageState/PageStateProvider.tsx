/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  createContext,
  ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import type { ObservationState } from 'backstage-plugin-kubernetes-ha-common';
import { useNow } from '../../hooks/useNow';
import { useOnline } from '../../hooks/useOnline';
import { obstacleOf } from './obstacleOf';
import { PageStates } from './PageStates';
import { StateBanner } from './StateBanner';
import { StatesContext } from './usePagePart';

const StaleContext = createContext(false);

/** Whether a banner stands over the page: what is shown is not of now. @internal */
export function useIsPageStale(): boolean {
  return useContext(StaleContext);
}

/**
 * Says once, above its children, what keeps any part of the page from being up
 * to date: since when, what is shown meanwhile, and what to do.
 * @internal
 */
export function PageStateProvider(props: {
  /** Of the cluster that the page is about. */
  observation?: ObservationState;
  children: ReactNode;
}) {
  const { observation, children } = props;
  const [states] = useState(() => new PageStates());
  const parts = [
    ...useSyncExternalStore(states.subscribe, states.all).values(),
  ];
  const ms = useNow();
  const isOnline = useOnline();
  const obstacle = obstacleOf(parts, { ms, isOnline }, observation);
  // Requested at once, so that it is told at once.
  useEffect(() => {
    if (!isOnline) states.all().forEach(({ retry }) => retry());
  }, [isOnline, states]);
  const isStale = obstacle !== undefined && obstacle.hasData;
  const content = useMemo(
    () => (
      <StatesContext.Provider value={states}>
        <StaleContext.Provider value={isStale}>
          {children}
        </StaleContext.Provider>
      </StatesContext.Provider>
    ),
    [states, isStale, children],
  );
  return (
    <>
      {obstacle && (
        <StateBanner
          obstacle={obstacle}
          onRetry={() => parts.forEach(({ retry }) => retry())}
        />
      )}
      {content}
    </>
  );
}
