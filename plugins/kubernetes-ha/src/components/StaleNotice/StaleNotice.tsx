/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Alert, Button } from '@backstage/ui';
import { reasonOf } from '../../api/reasonOf';
import type { Polled } from '../../hooks/usePolled';
import { useNow } from '../../hooks/useNow';
import { useWording } from '../../hooks/useWording';
import { wordAge } from '../RelativeTime';

/** Old data stays on screen while new data cannot be had: how old it is, and why. @internal */
export function StaleNotice(props: {
  polled: Pick<Polled<unknown>, 'error' | 'loadedAt' | 'retry'>;
}) {
  const { error, loadedAt, retry } = props.polled;
  const wording = useWording();
  const now = useNow();
  if (!error || loadedAt === undefined) return null;
  const ago = wordAge(new Date(loadedAt).toISOString(), now, wording);
  return (
    <Alert
      status="warning"
      icon
      title={wording.t('state.refreshFailed', {
        message: reasonOf(error).message,
        ago,
      })}
      customActions={
        <Button size="small" variant="secondary" onPress={retry}>
          {wording.t('state.retry')}
        </Button>
      }
    />
  );
}
