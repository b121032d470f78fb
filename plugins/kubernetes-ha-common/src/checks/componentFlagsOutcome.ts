/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../messages';
import { isProviderRun } from '../snapshot/clusterKinds';
import type { Sections } from '../snapshot/clusterSnapshot';
import { providerManaged } from './apiserver/providerManaged';
import type { CheckInput, Outcome } from './check';
import { componentFlags, ComponentInstance } from './componentFlags';
import { unknown } from './outcome';

/**
 * The flags of every copy of a component, or the answer that a check of flags
 * gives without them: not applicable where the provider runs it, else unknown
 * with the reason.
 */
export function flagsOrAnswer(
  component: string,
  {
    signals,
    cluster,
  }: {
    signals: Readonly<Sections>;
    cluster: CheckInput['cluster'];
  },
):
  | { state: 'known'; instances: ComponentInstance[] }
  | { state: 'answer'; outcome: Outcome } {
  if (isProviderRun(cluster)) {
    return { state: 'answer', outcome: providerManaged(cluster) };
  }
  const flags = componentFlags(component, signals);
  if (flags.state === 'known' && flags.missing.length === 0) return flags;
  const names = flags.state === 'known' ? flags.missing : [];
  return {
    state: 'answer',
    outcome: unknown(
      flags.state === 'known' ? 'not-exposed' : flags.reason,
      message('flags.unknown', {
        component,
        instances: names,
        detail: flags.state === 'known' ? '' : flags.detail,
      }),
      message('flags.required', { component }),
      { subjects: names },
    ),
  };
}
