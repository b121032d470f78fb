/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Verdict } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { Chip } from '../Chip';

const tones = {
  broken: 'fail',
  weak: 'warn',
  'not-visible': 'unknown',
} as const;

/** Broken now, weak by design or not visible, in words and colour. @internal */
export function VerdictChip(props: {
  verdict: Verdict;
  /** How many have it. */
  count?: number;
}) {
  const { verdict, count } = props;
  const { t } = useWording();
  return (
    <Chip tone={tones[verdict]}>
      {count} {t(`verdict.${verdict}`)}
    </Chip>
  );
}
