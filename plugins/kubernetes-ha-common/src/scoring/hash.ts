/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import stringify from 'safe-stable-stringify';
import { jsonPieces, JsonWriting } from '../jsonPieces';
import type { Policy } from '../policy/policy';
import {
  ClusterSnapshot,
  sectionNames,
  Sections,
} from '../snapshot/clusterSnapshot';
import { runSteps, Steps } from '../steps';

const canonicalWriting: JsonWriting = {
  stringify,
  keysOf: value => Object.keys(value).sort(),
};

/**
 * Canonical JSON in pieces: keys sorted by code unit, no spaces, `undefined`
 * left out as JSON does. Joined, the pieces are exactly what a stable
 * stringify of the whole gives, without ever holding it.
 * @internal
 */
export function canonicalPieces(value: unknown): Generator<string> {
  return jsonPieces(value, canonicalWriting);
}

/** SHA-256 of the canonical JSON of a value, lower-case hex. @public */
export function canonicalHash(value: unknown): string {
  return runSteps(canonicalHashSteps(value));
}

function* canonicalHashSteps(value: unknown): Steps<string> {
  const hash = sha256.create();
  for (const piece of canonicalPieces(value)) {
    hash.update(piece);
    yield;
  }
  return bytesToHex(hash.digest());
}

/**
 * Snapshots are immutable, so a section that was hashed once keeps its hash:
 * the pods of a large cluster are hashed when they were read (every few
 * minutes), not at every assessment (every 30 s).
 */
const sectionHashes = new WeakMap<object, string>();

/** SHA-256 of the canonical JSON of one section's signal, lower-case hex. @public */
export function hashSection(signal: Sections[keyof Sections]): string {
  return runSteps(hashSectionSteps(signal));
}

function* hashSectionSteps(signal: Sections[keyof Sections]): Steps<string> {
  const known = sectionHashes.get(signal);
  if (known !== undefined) return known;
  const hash = yield* canonicalHashSteps(signal);
  sectionHashes.set(signal, hash);
  return hash;
}

/**
 * The identity of a snapshot: SHA-256, lower-case hex, of the canonical JSON
 * of the snapshot in which each section is replaced by its own SHA-256.
 * @public
 */
export function hashSnapshot(snapshot: ClusterSnapshot): string {
  return runSteps(hashSnapshotSteps(snapshot));
}

/** {@link hashSnapshot} in steps. @internal */
export function* hashSnapshotSteps(snapshot: ClusterSnapshot): Steps<string> {
  const sections: Record<string, string> = {};
  for (const name of sectionNames) {
    sections[name] = yield* hashSectionSteps(snapshot.sections[name]);
  }
  return canonicalHash({ ...snapshot, sections });
}

/** SHA-256 of the policy's canonical JSON, lower-case hex. @public */
export function hashPolicy(policy: Policy): string {
  return canonicalHash(policy);
}
