/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from 'backstage-plugin-kubernetes-ha-common';
import {
  EtcdInfo,
  inReadingOrder,
} from 'backstage-plugin-kubernetes-ha-common';
import type { SourceContext } from '../../contracts';
import type { EtcdMemberListAnswer } from '../../etcd/etcdClient';
import type { EtcdEndpoints } from '../../etcd/etcdEndpoints';
import { type Refusal, refused } from '../../refusals/classify';
import { AskedEndpoint, askStatus } from './askStatus';
import { MEMBERS } from './bounds';
import { askableUrls } from './clientUrls';
import { MemberListRead, readMemberList } from './memberList';
import { isLoopback } from './placement';

type ListedMember = EtcdMemberListAnswer['members'][number];

/** A member of the list with the address that it was asked at; without one, there is none to ask. */
export interface DiscoveredMember {
  listed: ListedMember;
  asked?: AskedEndpoint;
}

export interface Discovery extends Omit<MemberListRead, 'list'> {
  clusterId: string;
  members: DiscoveredMember[];
  /** Endpoints that answer as a member that is not in the list: one that was removed and still runs. */
  unlisted: { id: string; endpoint: string }[];
}

/**
 * Finds out who the members are and at which address each can be asked: all
 * configured addresses and those of the collection before are asked who they are,
 * one gives the member list, and members that none of them turned out to be
 * are asked at their own client URLs.
 */
export async function discover(
  context: SourceContext,
  endpoints: EtcdEndpoints,
  configured: readonly string[],
  previous: EtcdInfo | undefined,
): Promise<Discovery | Refusal> {
  const { signal, now } = context;
  const ask = (url: string) => askStatus(endpoints.at(url), signal, now);
  const mayFollow = (url: string) => endpoints.mayFollow(url);
  const known = (previous?.members ?? [])
    .flatMap(({ endpoint }) => endpoint ?? [])
    .filter(mayFollow);
  const asked = await Promise.all(
    [...new Set([...configured.map(originOf), ...known])].map(ask),
  );

  const conflict = differentClusters(asked, configured);
  if (conflict) return conflict;
  const clusterId = asked.find(({ answer }) => answer)?.answer?.header
    .cluster_id;
  if (clusterId === undefined) return noMemberResponded(asked);
  // An address that a former member left to another cluster is not ours.
  const ours = asked.filter(
    ({ answer }) => !answer || answer.header.cluster_id === clusterId,
  );

  const read = await readMemberList(ours, signal);
  if (!('list' in read)) return read;
  const { list, from, linearizable } = read;
  if (list.members.length > MEMBERS) {
    return refused(
      'too-many',
      message('detail.too-many-etcd-members', {
        from,
        members: list.members.length,
        bound: MEMBERS,
      }),
    );
  }
  const members = await Promise.all(
    inReadingOrder(list.members, ({ name }) => name).map(async listed => ({
      listed,
      asked: await askedOnceMore(
        listed,
        await whereToAsk(listed, ours, previous, ask, mayFollow),
        ask,
      ),
    })),
  );
  endpoints.keepOnly(
    new Set([
      ...configured.map(originOf),
      ...members.flatMap(({ asked: at }) => at?.endpoint.url ?? []),
    ]),
  );
  return {
    clusterId,
    from,
    linearizable,
    members,
    unlisted: unlistedOf(ours, list),
  };
}

/**
 * A member that was promoted between its status and the list contradicts the
 * list only until it is asked again.
 */
async function askedOnceMore(
  listed: ListedMember,
  asked: AskedEndpoint | undefined,
  ask: (url: string) => Promise<AskedEndpoint>,
): Promise<AskedEndpoint | undefined> {
  return asked?.answer && asked.answer.isLearner !== listed.isLearner
    ? ask(asked.endpoint.url)
    : asked;
}

/** Of those that were asked; whoever answers as a listed member is none. */
function unlistedOf(
  asked: readonly AskedEndpoint[],
  { members }: EtcdMemberListAnswer,
): Discovery['unlisted'] {
  const listed = new Set(members.map(({ ID }) => ID));
  return asked.flatMap(({ endpoint, answer }) => {
    const id = answer?.header.member_id;
    return id === undefined || listed.has(id)
      ? []
      : [{ id, endpoint: endpoint.url }];
  });
}

/** The address of a member: the one that answered with its id, else the one known for it, else its own client URL. */
async function whereToAsk(
  listed: ListedMember,
  asked: readonly AskedEndpoint[],
  previous: EtcdInfo | undefined,
  ask: (url: string) => Promise<AskedEndpoint>,
  mayFollow: (url: string) => boolean,
): Promise<AskedEndpoint | undefined> {
  const itself = asked.find(
    ({ answer }) => answer?.header.member_id === listed.ID,
  );
  if (itself) return itself;

  const urls = askableUrls(listed.clientURLs);
  const before = previous?.members.find(({ id }) => id === listed.ID)?.endpoint;
  const silent = asked.find(
    ({ endpoint, answer }) =>
      !answer && (endpoint.url === before || urls.includes(endpoint.url)),
  );
  // A member that announces loopback means its own machine: ours only if the others are reached so too.
  const local = asked.some(({ endpoint }) => onLoopback(endpoint.url));
  const untried = urls.filter(
    url =>
      mayFollow(url) &&
      (local || !onLoopback(url)) &&
      asked.every(({ endpoint }) => endpoint.url !== url),
  );
  const tried = await Promise.all(untried.map(ask));
  return (
    tried.find(({ answer }) => answer?.header.member_id === listed.ID) ??
    silent ??
    tried.find(({ answer }) => !answer)
  );
}

function differentClusters(
  asked: readonly AskedEndpoint[],
  configured: readonly string[],
): Refusal | undefined {
  const own = configured.map(originOf);
  const answers = asked.flatMap(({ endpoint, answer }) =>
    answer && own.includes(endpoint.url)
      ? [{ url: endpoint.url, cluster: answer.header.cluster_id }]
      : [],
  );
  const ids = new Set(answers.map(({ cluster }) => cluster));
  if (ids.size < 2) return undefined;
  return refused(
    'invalid-response',
    message('detail.different-etcd-clusters', {
      clusters: ids.size,
      endpoints: answers.map(({ url, cluster }) => `${url}: ${cluster}`),
    }),
  );
}

/** One refusal for all addresses: the reason they share, or the first one's. */
function noMemberResponded(asked: readonly AskedEndpoint[]): Refusal {
  const refusals = asked.flatMap(({ endpoint, refusal }) =>
    refusal ? [{ url: endpoint.url, ...refusal }] : [],
  );
  const [{ reason: first, detail, failure }] = refusals;
  return {
    ...refused(
      first,
      message('detail.no-member-responded', {
        endpoints: refusals.map(({ url, reason }) => `${url} ${reason}`),
        detail,
      }),
    ),
    ...(failure && { failure }),
  };
}

function onLoopback(url: string): boolean {
  return isLoopback(new URL(url).hostname);
}

/** Scheme, host and port alone: `https://a:2379/` and `https://a:2379` are one address. */
function originOf(url: string): string {
  return new URL(url).origin;
}
