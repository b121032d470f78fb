/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  Beyond,
  LeaseInfo,
  Message,
} from 'backstage-plugin-kubernetes-ha-common';
import type { JsonBound } from '../../bounds/boundedJson';
import { exceeded } from '../../bounds/exceeded';
import { enterObject } from '../../protobuf/envelope';
import { WireReader } from '../../protobuf/wireReader';
import { instantAt, leaseInfo, LeasePage } from './leaseList';

// By hand, and not as the inventory's messages: those are read in a thread of
// their own, these on the main thread, whose steps have a bound.
// Source: k8s.io/api coordination/v1/generated.proto; numbers × 8 + wire type.

const listMetadata = 10;
const listItems = 18;
const listContinue = 26;
const leaseMetadata = 10;
const leaseSpec = 18;
const metaName = 10;
const metaNamespace = 26;
const metaLabels = 90;
const entryKey = 10;
const entryValue = 18;
const specHolder = 10;
const specDuration = 16;
const specAcquired = 26;
const specRenewed = 34;
const specTransitions = 40;
const timeSeconds = 8;
const timeNanos = 16;

/** One for all clusters: texts that come again in each of them are made once. */
const reader = new WireReader();

/** Of the lease of a node, of which there are thousands. */
const NO_LABELS: LeaseInfo['labels'] = Object.freeze({});

/**
 * One page of a list of Leases in protobuf, by the same rules as its JSON. A
 * field is one of the bound's values.
 *
 * Errors: InvalidDocumentError; `ConnectionError` with `too-large` or
 * `too-many` beyond the bound, of which `why` says of which document it is.
 */
export function readLeasePage(
  body: Buffer,
  bound: JsonBound,
  why: (beyond: Beyond) => Message,
): LeasePage {
  if (body.length > bound.bytes) {
    throw exceeded(
      'too-large',
      why({ observed: body.length, bound: bound.bytes, unit: 'bytes' }),
    );
  }
  reader.open(body);
  try {
    return new LeaseMessages(bound.tokens, why).page(body);
  } finally {
    reader.close();
  }
}

class LeaseMessages {
  #fields = 0;
  readonly #most: number;
  readonly #why: (beyond: Beyond) => Message;

  constructor(most: number, why: (beyond: Beyond) => Message) {
    this.#most = most;
    this.#why = why;
  }

  page(body: Buffer): LeasePage {
    const leases: LeaseInfo[] = [];
    let next = '';
    this.#message(enterObject(reader, body, 'LeaseList'), tag => {
      if (tag === listItems) leases.push(this.#lease());
      else if (tag === listMetadata) next = this.#continue();
      else reader.skip(tag);
    });
    return { leases, ...(next && { next }) };
  }

  #continue(): string {
    let token = '';
    this.#message(reader.enter(), tag => {
      if (tag === listContinue) token = reader.readString();
      else reader.skip(tag);
    });
    return token;
  }

  #lease(): LeaseInfo {
    const lease: LeaseInfo = { namespace: '', name: '', labels: NO_LABELS };
    this.#message(reader.enter(), tag => {
      if (tag === leaseMetadata) this.#metadata(lease);
      else if (tag === leaseSpec) this.#spec(lease);
      else reader.skip(tag);
    });
    return leaseInfo(lease);
  }

  #metadata(lease: LeaseInfo): void {
    this.#message(reader.enter(), tag => {
      if (tag === metaName) lease.name = reader.readString();
      else if (tag === metaNamespace) lease.namespace = reader.readString();
      else if (tag === metaLabels) this.#label(lease);
      else reader.skip(tag);
    });
  }

  #label(lease: LeaseInfo): void {
    let key = '';
    let value = '';
    this.#message(reader.enter(), tag => {
      if (tag === entryKey) key = reader.readString();
      else if (tag === entryValue) value = reader.readString();
      else reader.skip(tag);
    });
    if (lease.labels === NO_LABELS) lease.labels = {};
    lease.labels[key] = value;
  }

  #spec(lease: LeaseInfo): void {
    this.#message(reader.enter(), tag => {
      switch (tag) {
        case specHolder:
          lease.holder = reader.readString();
          break;
        case specDuration:
          lease.durationSeconds = reader.readInt();
          break;
        case specAcquired:
          lease.acquireTime = this.#instant();
          break;
        case specRenewed:
          lease.renewTime = this.#instant();
          break;
        case specTransitions: {
          const transitions = reader.readInt();
          // An int32; what is more was written by something else.
          if (Number.isSafeInteger(transitions)) {
            lease.transitions = transitions;
          }
          break;
        }
        default:
          reader.skip(tag);
      }
    });
  }

  /** `MicroTime`. A zero time, `null` in JSON, is an empty message. */
  #instant(): string | undefined {
    let seconds = NaN;
    let nanos = 0;
    this.#message(reader.enter(), tag => {
      if (tag === timeSeconds) seconds = reader.readInt();
      else if (tag === timeNanos) nanos = reader.readInt();
      else reader.skip(tag);
    });
    return instantAt(seconds * 1000 + Math.floor(nanos / 1e6));
  }

  /** The fields of the message that ends there, each read by `field`. */
  #message(end: number, field: (tag: number) => void): void {
    while (reader.position < end) {
      this.#fields += 1;
      if (this.#fields > this.#most) {
        throw exceeded(
          'too-many',
          this.#why({ observed: 'more', bound: this.#most, unit: 'values' }),
        );
      }
      field(reader.readTag());
    }
    reader.leave(end);
  }
}
