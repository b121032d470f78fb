/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  CertificateInfo,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import { useNow } from '../../hooks/useNow';
import { useWording } from '../../hooks/useWording';
import { wordAge } from '../RelativeTime';
import { SignalValue } from './SignalValue';

/** When the first certificate of a chain ends. */
export function CertificateCell(props: { signal: Signal<CertificateInfo[]> }) {
  return (
    <SignalValue signal={props.signal}>
      {certificates => <Earliest certificates={certificates} />}
    </SignalValue>
  );
}

function Earliest(props: { certificates: readonly CertificateInfo[] }) {
  const wording = useWording();
  const now = useNow();
  const [first] = [...props.certificates].sort(
    (a, b) => Date.parse(a.notAfter) - Date.parse(b.notAfter),
  );
  if (!first) return <>{wording.t('signals.none')}</>;
  return (
    <time
      dateTime={first.notAfter}
      title={`${wording.dateTime(first.notAfter)} · ${first.subject}`}
    >
      {wordAge(first.notAfter, now, wording)}
    </time>
  );
}
