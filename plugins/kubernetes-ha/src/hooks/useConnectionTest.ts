/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  ConnectionTest,
  ConnectStepId,
} from 'backstage-plugin-kubernetes-ha-common';
import { kubernetesHaApiRef } from '../api/kubernetesHaApiRef';

/** A test of one step: run on request, ended when the page is left. */
interface RunningTest {
  test?: ConnectionTest;
  error?: Error;
  isRunning: boolean;
  run: () => void;
}

/** Tests one step of connecting a cluster. @internal */
export function useConnectionTest(
  name: string,
  step: ConnectStepId,
): RunningTest {
  const api = useApi(kubernetesHaApiRef);
  const [state, setState] = useState<Omit<RunningTest, 'run'>>({
    isRunning: false,
  });
  const left = useRef<AbortController>();
  useEffect(() => () => left.current?.abort(), []);
  const run = useCallback(() => {
    const abort = new AbortController();
    left.current?.abort();
    left.current = abort;
    setState({ isRunning: true });
    api.testConnection(name, step, { signal: abort.signal }).then(
      test => !abort.signal.aborted && setState({ test, isRunning: false }),
      error => !abort.signal.aborted && setState({ error, isRunning: false }),
    );
  }, [api, name, step]);
  return { ...state, run };
}
