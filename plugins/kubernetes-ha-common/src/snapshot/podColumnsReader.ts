/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { entryOf, RunReader, wrongLength } from './columns';
import type { PodColumns } from './podColumns';
import type { PodInfo } from './sections/inventory';
import { timeOfSeconds } from './wholeSeconds';

/**
 * Reads pods by columns, one after the other. Errors: Error when the columns do
 * not belong together.
 */
export class PodColumnsReader {
  readonly #columns: PodColumns;
  readonly #namespace: RunReader;
  readonly #group: RunReader;
  readonly #shape: RunReader;
  readonly #placement: RunReader | undefined;
  readonly #tailLength: RunReader;
  readonly #tailOnly: RunReader;
  #row = 0;
  #created = 0;
  #tailStart = 0;
  /** Of the owner that was read last. */
  #prefixed: string | null = null;
  #prefix = '';

  constructor(columns: PodColumns) {
    const { rows, node, created } = columns;
    if (node.length !== rows || created.length !== rows) throw wrongLength();
    this.#columns = columns;
    this.#namespace = new RunReader(columns.namespace);
    this.#group = new RunReader(columns.group);
    this.#shape = new RunReader(columns.shape);
    this.#placement = columns.placement && new RunReader(columns.placement);
    this.#tailLength = new RunReader(columns.tailLength);
    this.#tailOnly = new RunReader(columns.tailOnly);
  }

  /** The next pod, but for what few pods have: see {@link PodColumnsReader.finish}. */
  next(): PodInfo {
    const columns = this.#columns;
    const row = this.#row;
    this.#row += 1;
    const group = entryOf(columns.groups, this.#group.next());
    const ownerName = group[0];
    const app = group[1];
    const nodeName = entryOf(columns.nodes, columns.node[row]);
    this.#created += columns.created[row];
    // Spread first and once: with more of it a pod takes 512 bytes in place of 350. (measured, Node 24)
    const pod: PodInfo = {
      ...entryOf(columns.shapes, this.#shape.next()),
      namespace: entryOf(columns.namespaces, this.#namespace.next()),
      name: this.#nextName(ownerName),
      restartCount: 0,
      createdAt: timeOfSeconds(this.#created),
    };
    if (nodeName !== null) pod.nodeName = nodeName;
    if (ownerName !== null) pod.ownerName = ownerName;
    if (app !== null) pod.app = app;
    if (this.#placement) {
      const placement = entryOf(
        columns.placements ?? [],
        this.#placement.next(),
      );
      if (placement !== null) pod.placement = placement;
    }
    return pod;
  }

  /** Adds what few pods have to all of them. */
  finish(pods: readonly PodInfo[]): void {
    const columns = this.#columns;
    this.#namespace.end();
    this.#group.end();
    this.#shape.end();
    this.#placement?.end();
    this.#tailLength.end();
    this.#tailOnly.end();
    if (this.#tailStart !== columns.tails.length) throw wrongLength();
    for (const [row, text] of columns.createdOtherwise) {
      const pod = entryOf(pods, row);
      if (text === null) delete pod.createdAt;
      else pod.createdAt = text;
    }
    for (const [row, count] of columns.restarts) {
      entryOf(pods, row).restartCount = count;
    }
    for (const [row, time] of columns.unschedulableSince) {
      entryOf(pods, row).unschedulableSince = time;
    }
    for (const [row, time] of columns.deletedAt) {
      entryOf(pods, row).deletedAt = time;
    }
    for (const [row, component] of columns.controlPlane) {
      entryOf(pods, row).controlPlane = component;
    }
    for (const [row, uid] of columns.uid) entryOf(pods, row).uid = uid;
  }

  #nextName(ownerName: string | null): string {
    const start = this.#tailStart;
    this.#tailStart += this.#tailLength.next();
    const tail = this.#columns.tails.slice(start, this.#tailStart);
    if (!this.#tailOnly.next()) return tail;
    if (ownerName !== this.#prefixed) {
      this.#prefixed = ownerName;
      this.#prefix = `${ownerName}-`;
    }
    return `${this.#prefix}${tail}`;
  }
}
