/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import {
  CONNECTION_RUNBOOK,
  connectionFix,
  isOwnFault,
  requestErrors,
} from '../connectionFix';
import { nextServerLoss } from '../nextLoss';
import { fail, pass, unknown, warn } from '../outcome';
import { failedInstance } from './failedInstances';
import { instanceName } from './instances';
import { distinctServers, rosterOf } from './roster';

/**
 * Whether every API server says by its own address that it is ready. The HTTP
 * status is the contract; the verbose text is evidence only. The path through
 * the load balancer is judged by `lb-vip-reachable`. Unit: instances.
 * Source: https://kubernetes.io/docs/reference/using-api/health-checks/. @public
 */
export const apiserverReadyzEach = defineCheck({
  id: 'apiserver-readyz-each',
  layer: 'apiserver',
  severity: 'critical',
  kind: 'count',
  stage: 1,
  reads: ['apiServers'],
  consults: ['leases', 'nodes', 'apiPath'],
  thresholds: {
    readyInstances: {
      value: 2,
      unit: 'instances',
      source: '(proposal) one may fail while another serves',
    },
    failedProbes: {
      value: 2,
      unit: 'probes in a row',
      formerly: 'failedLooks',
      source:
        '(proposal) one failed probe is a hiccup, while two others are ready',
    },
  },
  runbook: 'RB-APISERVER-DOWN',
  source: 'https://kubernetes.io/docs/reference/using-api/health-checks/',
  evaluate({ signals, thresholds }) {
    const { readyInstances: least } = thresholds;
    const required = message('apiserver-readyz-each.required', { least });
    const roster = rosterOf(signals, thresholds);
    if (!roster) {
      return unknown(
        'inconclusive',
        message('apiserver-readyz-each.none'),
        required,
      );
    }
    const { hidesOthers } = roster;
    const ready = distinctServers(roster.ready, roster, signals);
    const down = roster.down.map(instanceName);
    const slipped = roster.slipped.map(instanceName);
    const untold = roster.untold.map(({ instance }) => instanceName(instance));
    const failed = [
      ...roster.down,
      ...roster.slipped,
      ...roster.untold.map(({ instance }) => instance),
    ].map(failedInstance);
    const observed = message('apiserver-readyz-each.observed', {
      ready: ready.atLeast,
      instances: ready.atMost + down.length + slipped.length + untold.length,
      least,
      down,
      slipped,
      untold,
      answers: requestErrors(
        [...roster.down, ...roster.slipped].map(failedInstance),
      ),
      hidesOthers,
      addresses: ready.atLeast < ready.atMost ? roster.ready.length : 0,
    });
    const subjects = [...down, ...slipped, ...untold];
    const parts = {
      fix:
        subjects.length > 0
          ? connectionFix('kube-apiserver', failed) ??
            message('apiserver-readyz-each.fix', { instances: subjects })
          : message('apiserver-readyz-each.fix-add', { least }),
      subjects,
      ...(!hidesOthers && {
        nextLoss: nextServerLoss(
          'api-servers',
          ready.atLeast,
          roster.instances.length,
        ),
      }),
      ...(isOwnFault(failed) && { runbook: CONNECTION_RUNBOOK }),
    };
    if (ready.atMost + untold.length < least && !hidesOthers) {
      return fail(observed, required, parts);
    }
    if (ready.atLeast >= least && down.length > 0) {
      return warn(observed, required, parts);
    }
    if (untold.length > 0) {
      return unknown(roster.untold[0].said.reason, observed, required, parts);
    }
    return ready.atLeast >= least
      ? pass(observed, required)
      : unknown(
          hidesOthers ? 'not-exposed' : 'inconclusive',
          observed,
          required,
          parts,
        );
  },
});
