/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { EtcdInfo, EtcdMember } from '../../snapshot/sections/etcd';
import { FailedRequest, failedProbe } from '../connectionFix';
import { isVoterInNameOnly, memberName, participation, voters } from './quorum';

/** The voters that do not take part, with what was observed at each one's own address. */
export function failedVoters(etcd: EtcdInfo): FailedRequest[] {
  return voters(etcd)
    .filter(
      member =>
        participation(member) !== 'healthy' && !isVoterInNameOnly(member),
    )
    .map(failedMember);
}

/** What was observed at the address of one member. */
export function failedMember(member: EtcdMember): FailedRequest {
  return {
    ...failedProbe(
      memberName(member),
      addressOf(member.endpoint),
      member.health,
      member.certificates,
    ),
    failedChecks: failedChecksOf(member.health.detail),
  };
}

/** `host:port` of an endpoint. */
function addressOf(endpoint: string | undefined): string | undefined {
  return endpoint?.replace(/^https?:\/\//, '');
}

/**
 * `[-]data_corruption failed: …` in the page of /readyz.
 * Source: etcd server/etcdserver/api/etcdhttp/health.go
 */
function failedChecksOf(detail: string = ''): string[] {
  return [...detail.matchAll(/\[-\](\w+)/g)].map(([, name]) => name);
}
