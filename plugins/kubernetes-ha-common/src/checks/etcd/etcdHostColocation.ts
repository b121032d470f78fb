/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, notApplicable, pass, unknown } from '../outcome';
import { memberNode, peerHosts } from './memberNode';
import { noVoters } from './noVoters';
import { memberName, voters } from './quorum';

/**
 * Whether each voter has a machine of its own: two on one are lost together.
 * Source: https://etcd.io/docs/v3.6/faq/ (failure tolerance). @public
 */
export const etcdHostColocation = defineCheck({
  id: 'etcd-host-colocation',
  layer: 'etcd',
  severity: 'critical',
  kind: 'design',
  stage: 1,
  reads: ['etcd'],
  consults: ['nodes'],
  runbook: 'RB-TOPOLOGY',
  source: 'https://etcd.io/docs/v3.6/faq/',
  evaluate({ values: { etcd }, signals }) {
    const all = voters(etcd);
    if (all.length === 0) return noVoters(etcd);
    if (all.length === 1) {
      return notApplicable(message('etcd-host-colocation.single'));
    }
    const byHost = new Map<string, string[]>();
    const unplaced: string[] = [];
    for (const member of all) {
      const host =
        member.nodeName ??
        memberNode(member, signals)?.name ??
        peerHosts(member)[0];
      const name = memberName(member);
      if (host) byHost.set(host, [...(byHost.get(host) ?? []), name]);
      else unplaced.push(name);
    }
    const required = message('etcd-host-colocation.required');
    const shared = [...byHost].filter(([, names]) => names.length > 1);
    if (shared.length > 0) {
      const [host, names] = shared[0];
      return fail(
        message('etcd-host-colocation.shared', {
          host,
          members: names,
          hosts: byHost.size,
          voters: all.length,
        }),
        required,
        {
          fix: message('etcd-host-colocation.fix', { host }),
          subjects: shared.flatMap(([, members]) => members),
        },
      );
    }
    if (unplaced.length > 0) {
      return unknown(
        'inconclusive',
        message('etcd-host-colocation.unplaced', { members: unplaced }),
        required,
        { subjects: unplaced },
      );
    }
    return pass(
      message('etcd-host-colocation.observed', {
        voters: all.length,
        hosts: [...byHost.keys()],
      }),
      required,
    );
  },
});
