/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { detailOf } from '../../snapshot/signal';
import { message } from '../../messages';
import type { Sections } from '../../snapshot/clusterSnapshot';
import type { Outcome } from '../check';
import { componentFlags, ComponentInstance } from '../componentFlags';
import { notApplicable, unknown } from '../outcome';

/**
 * The flags of every etcd member, or the answer that a check of flags gives
 * without them: not applicable where etcd is not part of the cluster, else
 * unknown with its reason. Given a configuration file, etcd
 * ignores its flags; without any flag it is set up by its environment.
 * Source: https://etcd.io/docs/v3.6/op-guide/configuration/ (configuration file)
 */
export function etcdFlags(
  signals: Readonly<Sections>,
):
  | { state: 'known'; instances: ComponentInstance[] }
  | { state: 'answer'; outcome: Outcome } {
  const answer = (outcome: Outcome) => ({ state: 'answer', outcome } as const);
  if (signals.etcd.state === 'absent') {
    return answer(
      notApplicable(
        message('section.absent', {
          section: 'etcd',
          detail: detailOf(signals.etcd),
        }),
      ),
    );
  }
  const required = message('etcd.flags-unknown.required');
  const flags = componentFlags('etcd', signals);
  if (flags.state === 'unknown') {
    return answer(
      unknown(
        flags.reason,
        message('etcd.flags-unknown.observed', { detail: flags.detail }),
        required,
      ),
    );
  }
  const elsewhere = flags.instances
    .filter(
      ({ complete, flags: given }) =>
        !complete || Object.keys(given).length === 0,
    )
    .map(({ name }) => name);
  if (elsewhere.length > 0) {
    return answer(
      unknown(
        'inconclusive',
        message('etcd.flags-elsewhere.observed', { members: elsewhere }),
        required,
        { subjects: elsewhere },
      ),
    );
  }
  return { state: 'known', instances: flags.instances };
}
