/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  createContext,
  useContext,
  useEffect,
  useId,
  useSyncExternalStore,
} from 'react';
import { reasonOf } from '../../api/reasonOf';
import { isCommon } from './obstacleOf';
import { Part, PageStates } from './PageStates';

/** The parts of the page around a component. */
export const StatesContext = createContext<PageStates | undefined>(undefined);

const neverChanges = () => () => {};

/**
 * Makes the state of something polled part of what the page says above itself.
 * Returns whether its error is told elsewhere on the page: above it, or in the
 * place of an earlier part without data that ran into the same.
 * @internal
 */
export function usePagePart(part: Part): { isTold: boolean; retry(): void } {
  const states = useContext(StatesContext);
  const id = useId();
  const { error, loadedAt, intervalSeconds, retry } = part;
  useEffect(() => {
    states?.set(id, { error, loadedAt, intervalSeconds, retry });
  }, [states, id, error, loadedAt, intervalSeconds, retry]);
  useEffect(() => () => states?.delete(id), [states, id]);

  // The id alone: what else is new of other parts draws nothing of this one anew.
  const first = useSyncExternalStore(
    states?.subscribe ?? neverChanges,
    () => error && alike(error)[0]?.[0],
  );
  return {
    isTold:
      states !== undefined &&
      error !== undefined &&
      (isCommon(error) || (first !== undefined && first !== id)),
    retry: () => {
      retry();
      if (!error) return;
      alike(error).forEach(([key, other]) => key !== id && other.retry());
    },
  };

  /** The parts without data for the same reason, in the order in which they appeared. */
  function alike(mine: Error) {
    return [...(states?.all() ?? [])].filter(([, other]) =>
      isAlike(other, mine),
    );
  }
}

/** Whether a part has no data for the same reason. */
function isAlike({ error, loadedAt }: Part, mine: Error): boolean {
  if (!error || loadedAt !== undefined) return false;
  const [a, b] = [reasonOf(error), reasonOf(mine)];
  return a.kind === b.kind && a.message === b.message;
}
