/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ReactNode } from 'react';
import type { Signal } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { Quoted } from '../Quoted';
import { ReasonChip } from '../ReasonChip';

/** A signal inside a table: its value, or the reason why there is none. */
export function SignalValue<T>(props: {
  signal: Signal<T>;
  children: (value: T, observedAt: string) => ReactNode;
}) {
  const { signal, children } = props;
  const { t } = useWording();
  if (signal.state === 'observed')
    return <>{children(signal.value, signal.observedAt)}</>;
  return (
    <ReasonChip
      tone={signal.state === 'unknown' ? 'unknown' : 'not-applicable'}
      reason={<Quoted>{signal.detail}</Quoted>}
    >
      {t(`reason.${signal.reason}`)}
    </ReasonChip>
  );
}
