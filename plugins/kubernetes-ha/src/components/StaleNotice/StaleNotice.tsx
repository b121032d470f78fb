/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Alert, Button } from '@backstage/ui';
import { STALE_INTERVALS } from 'backstage-plugin-kubernetes-ha-common';
import { reasonOf } from '../../api/reasonOf';
import type { Polled } from '../../hooks/usePolled';
import { useNow } from '../../hooks/useNow';
import { useWording } from '../../hooks/useWording';
import { wordAge } from '../RelativeTime';

/** Old data stays on screen while new data cannot be had: how old it is, and why if that is known. @internal */
export function StaleNotice(props: {
  polled: Pick<
    Polled<unknown>,
    'error' | 'loadedAt' | 'intervalSeconds' | 'retry'
  >;
}) {
  const { error, loadedAt, intervalSeconds, retry } = props.polled;
  const wording = useWording();
  const now = useNow();
  if (loadedAt === undefined) return null;
  // Silence is as telling as an error: a question may hang, a machine may have slept.
  const isOld =
    intervalSeconds !== undefined &&
    now - loadedAt > STALE_INTERVALS * intervalSeconds * 1000;
  if (!error && !isOld) return null;
  const ago = wordAge(new Date(loadedAt).toISOString(), now, wording);
  return (
    <Alert
      status="warning"
      icon
      title={
        error
          ? wording.t('state.refreshFailed', {
              message: reasonOf(error).message,
              ago,
            })
          : wording.t('state.notRefreshed', { ago })
      }
      customActions={
        <Button size="small" variant="secondary" onPress={retry}>
          {wording.t('state.retry')}
        </Button>
      }
    />
  );
}
