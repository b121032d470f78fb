/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from 'backstage-plugin-kubernetes-ha-common';
import type { ClusterConnection } from '../contracts';
import { type Refusal, refused } from '../refusals/classify';
import { within } from '../refusals/deadline';
import { failureOf } from '../refusals/failureOf';
import { raceAbort } from '../refusals/raceAbort';
import type { ClusterIdentity } from './declaration';
import { readClusterUid } from './identity';

/** Time for one small GET; a cluster that takes longer does not say who it is this time. */
const DEADLINE_MS = 5_000;

/** What a connection says of its identity. @public */
export interface SeenIdentity {
  /** Empty when it does not say. The etcd cluster id comes with the etcd section. */
  identity: ClusterIdentity;
  /** Why it does not say. */
  refusal?: Refusal;
}

/**
 * Who answers on a connection. Throws nothing and always ends, also when the
 * connection of a module throws or never answers.
 */
export async function identityOf(
  connection: Pick<ClusterConnection, 'api'>,
  signal: AbortSignal,
): Promise<SeenIdentity> {
  try {
    const answer = await within(signal, DEADLINE_MS, ending =>
      raceAbort(readClusterUid(connection, ending), ending),
    );
    if (answer === undefined) {
      return without(refused('timeout', message('detail.identity-timeout')));
    }
    return 'uid' in answer
      ? { identity: { uid: answer.uid } }
      : without(answer);
  } catch (error) {
    return without(
      refused(
        'invalid-response',
        message('detail.connection-failed', { detail: failureOf(error) }),
      ),
    );
  }
}

function without(refusal: Refusal): SeenIdentity {
  return { identity: {}, refusal };
}
