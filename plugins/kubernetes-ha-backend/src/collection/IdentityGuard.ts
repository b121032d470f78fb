/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  SomeSections,
  sectionNames,
  Sections,
  UnknownSignal,
} from 'backstage-plugin-kubernetes-ha-common';
import type {
  ClusterIdentity,
  ClusterConfig,
} from 'backstage-plugin-kubernetes-ha-collector';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { judgeIdentity } from '../clusters/judgeIdentity';
import type { ClusterStore } from '../database/ClusterStore';
import type { SignalStore } from '../database/SignalStore';

/** Makes sure that what is stored of a cluster was answered by that cluster. */
export class IdentityGuard {
  readonly #deps: {
    clusters: ClusterStore;
    signals: SignalStore;
    logger: LoggerService;
    now: () => Date;
  };

  constructor(deps: {
    clusters: ClusterStore;
    signals: SignalStore;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#deps = deps;
  }

  /**
   * Acts on what a collection says about the identity. False when nothing of the
   * collection may be stored. `fence` is a number of the collection, below that
   * of its own write: signals of collections that began before an accepted
   * change never come back.
   */
  async admits(
    config: ClusterConfig,
    seen: ClusterIdentity,
    fence: number,
  ): Promise<boolean> {
    const { clusters, signals, logger, now } = this.#deps;
    const { name } = config;
    // As it is known now: another collection may have learnt it during this look.
    const known = await clusters.get(name);
    if (!known) return false;
    const judged = judgeIdentity(known, seen, config.acceptIdentity, now());
    switch (judged.verdict) {
      case 'same': {
        if (judged.identity) {
          await clusters.learnIdentity(name, {
            ...judged.identity,
            since: now().toISOString(),
          });
        }
        if (judged.conflictIsOver) {
          await clusters.markConflict(name, null);
          logger.info(`Cluster ${name} answers as itself again.`);
        }
        // Another part of the identity may still be in conflict, though this look did not see it.
        return judged.conflictIsOver || known.conflict === undefined;
      }
      case 'accepted':
        await signals.replace(name, fence, nothingSeen(now()));
        await clusters.replaceIdentity(name, {
          ...judged.identity,
          since: now().toISOString(),
        });
        await clusters.markConflict(name, null);
        logger.info(`Cluster ${name}: another identity was accepted.`, {
          ...judged.identity,
        });
        return true;
      case 'changed':
        await clusters.markConflict(name, judged.conflict);
        if (!known.conflict) {
          logger.error(`Cluster ${name}: ${judged.conflict.detail}.`);
        }
        return false;
      default:
        return unreachable(judged);
    }
  }
}

/** Every section unseen: written, not deleted, so that its number keeps older collections out. */
function nothingSeen(now: Date): SomeSections {
  const unseen: UnknownSignal = {
    state: 'unknown',
    reason: 'not-collected',
    detail: 'not collected since another identity was accepted',
    source: 'identity',
    via: 'none',
    observedAt: now.toISOString(),
  };
  return Object.fromEntries(
    sectionNames.map(name => [name, unseen]),
  ) as Sections;
}

function unreachable(value: never): never {
  throw new Error(`Unexpected verdict ${JSON.stringify(value)}`);
}
