/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import type { EtcdInfo } from '../../snapshot/sections/etcd';
import type { Outcome } from '../check';
import { unknown } from '../outcome';

/** A member list without a voter cannot come from a working etcd: nothing is concluded from it. */
export function noVoters(etcd: EtcdInfo): Outcome {
  return unknown(
    'invalid-response',
    message('etcd.no-voters.observed', { from: etcd.memberListFrom }),
    message('etcd.no-voters.required'),
  );
}
