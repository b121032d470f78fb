/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import type { HaproxyServer } from '../../snapshot/sections/loadBalancers';
import { defineCheck } from '../check';
import { fail, pass, unknown, warn } from '../outcome';
import { apiServerAddresses, normalAddress } from './apiServerAddresses';
import { haproxyPools, serverName, unreadPools } from './haproxyPools';
import { addressed } from './serverState';

/**
 * Whether each load balancer knows every API server, by address and port, and
 * nothing else.
 * Source: haproxy doc/management.txt §9.1 (addr). @public
 */
export const lbMembership = defineCheck({
  id: 'lb-membership',
  layer: 'loadbalancer',
  severity: 'high',
  kind: 'design',
  stage: 1,
  reads: ['loadBalancers', 'apiServers'],
  consults: ['apiPath', 'nodes'],
  runbook: 'RB-LB-ENDPOINT',
  source: 'https://docs.haproxy.org/3.0/management.html#9.1',
  evaluate({ values: { loadBalancers }, signals }) {
    const found = haproxyPools(loadBalancers, signals);
    if (found.state === 'answer') return found.outcome;
    const all = apiServerAddresses(signals) ?? [];
    // One that is only remembered may have been taken away: nobody misses it.
    const apiServers = all.filter(({ remembered }) => !remembered);
    const pooledAnywhere = new Set(
      found.pools.known.flatMap(({ servers }) => addressesOf(servers)),
    );
    // In a pool it is required as before: it is down.
    const belonging = all.filter(
      ({ addresses, remembered }) =>
        !remembered || addresses.some(address => pooledAnywhere.has(address)),
    );
    const required = message('lb-membership.required', {
      apiServers: belonging.map(({ name }) => name),
    });
    if (apiServers.length === 0) {
      return unknown(
        'inconclusive',
        message('lb-membership.no-api-servers'),
        required,
      );
    }

    const known = new Set(all.flatMap(({ addresses }) => addresses));
    const judged = found.pools.known.map(({ instance, servers: listed }) => {
      const servers = addressed(listed);
      const noAddress = listed.filter(server => !servers.includes(server));
      const pooled = new Set(addressesOf(servers));
      const missing = apiServers.filter(
        ({ addresses }) => !addresses.some(address => pooled.has(address)),
      );
      const hidden = servers.filter(({ address }) => address === undefined);
      const extra = servers.filter(
        ({ address }) =>
          address !== undefined && !known.has(normalAddress(address)),
      );
      // Addresses of another kind (NAT, a second network card) cannot be
      // compared: as many strangers, or known servers without a node, as are missing.
      const nodeless = apiServers.filter(
        ({ onNode, addresses }) =>
          !onNode && addresses.some(address => pooled.has(address)),
      );
      const isTranslated =
        missing.length > 0 &&
        ((missing.length === apiServers.length &&
          extra.length >= missing.length) ||
          nodeless.length >= missing.length);
      return { instance, missing, hidden, extra, noAddress, isTranslated };
    });

    // A server without an address may be any of the missing ones.
    const lacking = judged.find(
      ({ missing, hidden, isTranslated }) =>
        hidden.length === 0 &&
        !isTranslated &&
        missing.some(({ comparable }) => comparable),
    );
    if (lacking) {
      const names = lacking.missing
        .filter(({ comparable }) => comparable)
        .map(({ name }) => name);
      return fail(
        message('lb-membership.missing', {
          instance: lacking.instance,
          apiServers: names,
          noAddress: lacking.noAddress.map(serverName),
        }),
        required,
        {
          fix: message('lb-membership.fix-missing', {
            apiServers: names,
          }),
          subjects: names,
        },
      );
    }
    const stray = judged.find(
      ({ extra, missing }) => extra.length > 0 && missing.length === 0,
    );
    if (stray) {
      const servers = stray.extra.map(serverName);
      return warn(
        message('lb-membership.extra', {
          instance: stray.instance,
          servers,
          addresses: stray.extra.map(({ address }) => address ?? ''),
        }),
        required,
        {
          fix: message('lb-membership.fix-extra'),
          subjects: servers,
        },
      );
    }
    const translated = judged.find(({ isTranslated }) => isTranslated);
    if (translated) {
      return unknown(
        'inconclusive',
        message('lb-membership.translated', {
          instance: translated.instance,
          apiServers: translated.missing.map(({ name }) => name),
        }),
        required,
        { fix: message('lb-membership.fix-translated') },
      );
    }
    const unclear = judged.find(
      ({ hidden, missing }) => hidden.length > 0 || missing.length > 0,
    );
    if (unclear) {
      return unknown(
        unclear.hidden.length > 0 ? 'not-exposed' : 'inconclusive',
        message('lb-membership.hidden', {
          instance: unclear.instance,
          servers: unclear.hidden.map(serverName),
          apiServers: unclear.missing.map(({ name }) => name),
        }),
        required,
        { fix: message('lb-membership.fix-hidden') },
      );
    }
    return (
      unreadPools(found.pools) ??
      pass(
        message('lb-membership.observed', {
          instances: judged.map(({ instance }) => instance),
          apiServers: belonging.length,
        }),
        required,
      )
    );
  },
});

/** Addresses of servers that have one, as they are compared. */
function addressesOf(servers: readonly HaproxyServer[]): string[] {
  return addressed(servers).flatMap(({ address }) =>
    address === undefined ? [] : [normalAddress(address)],
  );
}
