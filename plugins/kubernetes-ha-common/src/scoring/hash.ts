/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { jsonPieces, JsonWriting } from '../jsonPieces';
import type { Policy } from '../policy/policy';
import {
  ClusterSnapshot,
  SectionName,
  sectionNames,
} from '../snapshot/clusterSnapshot';
import { packSectionSteps } from '../snapshot/packedSection';
import type { Signal } from '../snapshot/signal';
import { runSteps, Steps } from '../steps';
import { canonicalJson } from './canonicalJson';
import { startSha256 } from './sha256';

const canonicalWriting: JsonWriting = {
  stringify: canonicalJson,
  keysOf: sortedKeys,
};

/** Most objects come with their keys in order, and need not be sorted. */
function sortedKeys(value: object): string[] {
  const keys = Object.keys(value);
  for (let at = 1; at < keys.length; at++) {
    if (keys[at] < keys[at - 1]) return keys.sort();
  }
  return keys;
}

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
  const hash = startSha256();
  for (const piece of canonicalPieces(value)) {
    hash.update(piece);
    yield;
  }
  return hash.hex();
}

/**
 * Snapshots are immutable, so a section that was hashed once keeps its hash:
 * the pods of a large cluster are hashed when they were read (every few
 * minutes), not at every assessment (every 30 s).
 */
const sectionHashes = new WeakMap<object, string>();

/**
 * SHA-256, lower-case hex, of the canonical JSON of one section's signal as it
 * is stored ({@link packSectionSteps}): a tenth of the text for pods. @public
 */
export function hashSection(
  name: SectionName,
  signal: Signal<unknown>,
): string {
  return runSteps(hashSectionSteps(name, signal));
}

/** {@link hashSection} in steps, for long lists in an event loop. @public */
export function* hashSectionSteps(
  name: SectionName,
  signal: Signal<unknown>,
): Steps<string> {
  const known = sectionHashes.get(signal);
  return known ?? (yield* storedSectionSteps(name, signal)).hash;
}

/** What is stored of a section's signal, and its hash, which is that of this text. @public */
export interface StoredSection {
  /** Canonical JSON of the packed signal. */
  json: string;
  /** As {@link hashSection} gives it. */
  hash: string;
}

/**
 * Writes a section's signal once, to be stored and hashed: making the text is
 * most of what either costs. @public
 */
export function* storedSectionSteps(
  name: SectionName,
  signal: Signal<unknown>,
): Steps<StoredSection> {
  const packed = yield* packSectionSteps(name, signal);
  const sha = startSha256();
  const pieces: string[] = [];
  for (const piece of canonicalPieces(packed)) {
    pieces.push(piece);
    yield;
  }
  const json = pieces.join('');
  sha.update(json);
  const hash = sha.hex();
  sectionHashes.set(signal, hash);
  return { json, hash };
}

/**
 * Records the hash of a signal that was computed before it was stored, so that
 * it is not computed again. @public
 */
export function rememberSectionHash(
  signal: Signal<unknown>,
  hash: string,
): void {
  sectionHashes.set(signal, hash);
}

/**
 * The identity of a snapshot: SHA-256, lower-case hex, of the canonical JSON
 * of the snapshot in which each section, and what was last observed of one, is
 * replaced by its own SHA-256 ({@link hashSection}).
 * @public
 */
export function hashSnapshot(snapshot: ClusterSnapshot): string {
  return runSteps(hashSnapshotSteps(snapshot));
}

/** {@link hashSnapshot} in steps. @internal */
export function* hashSnapshotSteps(snapshot: ClusterSnapshot): Steps<string> {
  const sections: Record<string, string> = {};
  for (const name of sectionNames) {
    sections[name] = yield* hashSectionSteps(name, snapshot.sections[name]);
  }
  const { lastObserved } = snapshot;
  if (!lastObserved) return canonicalHash({ ...snapshot, sections });
  const last: Record<string, string> = {};
  for (const name of sectionNames) {
    const signal = lastObserved[name];
    if (signal) last[name] = yield* hashSectionSteps(name, signal);
  }
  return canonicalHash({ ...snapshot, sections, lastObserved: last });
}

/** Policies are read once and replaced as a whole; each assessment names the one it went by. */
const policyHashes = new WeakMap<Policy, string>();

/** SHA-256 of the policy's canonical JSON, lower-case hex. @public */
export function hashPolicy(policy: Policy): string {
  let hash = policyHashes.get(policy);
  if (hash === undefined) {
    hash = canonicalHash(policy);
    policyHashes.set(policy, hash);
  }
  return hash;
}
