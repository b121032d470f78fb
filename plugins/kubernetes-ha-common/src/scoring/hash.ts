/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import stringify from 'safe-stable-stringify';
import type { Policy } from '../policy/policy';
import {
  ClusterSnapshot,
  sectionNames,
  Sections,
} from '../snapshot/clusterSnapshot';
import { runSteps, Steps } from '../steps';

/**
 * Elements of a list that are hashed in one piece. 64: measured on a list of
 * 150,000 pods, whole-list strings cost three times as much as small pieces.
 */
const PIECE = 64;

/** Depth to which objects are opened, so that the long lists in them are met: signal, value, list. */
const OPENED_DEPTH = 3;

/**
 * Canonical JSON in pieces: keys sorted by code unit, no spaces, `undefined`
 * left out as JSON does. Joined, the pieces are exactly what a stable
 * stringify of the whole gives, without ever holding it.
 * @internal
 */
export function* canonicalPieces(
  value: unknown,
  depth: number = 0,
): Generator<string> {
  if (Array.isArray(value)) {
    yield '[';
    for (let start = 0; start < value.length; start += PIECE) {
      const piece = value
        .slice(start, start + PIECE)
        .map(element => stringify(element) ?? 'null')
        .join(',');
      yield start === 0 ? piece : `,${piece}`;
    }
    yield ']';
    return;
  }
  if (depth < OPENED_DEPTH && isPlainObject(value)) {
    let separator = '{';
    for (const key of Object.keys(value).sort()) {
      const held = value[key];
      if (held === undefined || typeof held === 'function') continue;
      yield `${separator}${JSON.stringify(key)}:`;
      yield* canonicalPieces(held, depth + 1);
      separator = ',';
    }
    yield separator === '{' ? '{}' : '}';
    return;
  }
  yield stringify(value) ?? 'null';
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype
  );
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
