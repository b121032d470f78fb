/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Message, message } from 'backstage-plugin-kubernetes-ha-common';
import type { RecordingEvent } from './format';

/** What one kind of fault does, and what is so once it is healed. */
interface FaultWords {
  fault(name: string): Message;
  heal(name: string): Message;
}

/** The faults that recordings are made with, by the name that the lab gives them. Others are shown as they were noted. */
const words: Readonly<Record<string, FaultWords | undefined>> = {
  'stop-etcd': {
    fault: name => message('replay.etcd-stopped', { name }),
    heal: name => message('replay.etcd-started', { name }),
  },
  'stop-apiserver': {
    fault: name => message('replay.api-server-stopped', { name }),
    heal: name => message('replay.api-server-started', { name }),
  },
  'lose-load-balancer': {
    fault: name => message('replay.load-balancer-lost', { name }),
    heal: name => message('replay.load-balancer-back', { name }),
  },
  'stop-heartbeats': {
    fault: name => message('replay.heartbeats-stopped', { name }),
    heal: name => message('replay.heartbeats-back', { name }),
  },
  'lose-machine': {
    fault: name => message('replay.machine-lost', { name }),
    heal: name => message('replay.machine-back', { name }),
  },
  'lose-zone': {
    fault: name => message('replay.zone-lost', { name }),
    heal: name => message('replay.zone-back', { name }),
  },
  'freeze-schedulers': {
    fault: () => message('replay.schedulers-frozen'),
    heal: () => message('replay.schedulers-back'),
  },
  'freeze-controller-managers': {
    fault: () => message('replay.controller-managers-frozen'),
    heal: () => message('replay.controller-managers-back'),
  },
};

/** An event of a recording as a sentence: `stop-etcd cp-b` is what the lab notes when it stops that member. */
export function wordsOfEvent({ kind, title }: RecordingEvent): Message {
  if (kind === 'note') return message('replay.note', { title });
  const [fault, ...args] = title.split(' ');
  // With other arguments than one name it is a title that a person wrote.
  const known = args.length <= 1 ? words[fault] : undefined;
  if (known) return known[kind](args[0] ?? '');
  return message(kind === 'fault' ? 'replay.fault' : 'replay.heal', { title });
}
