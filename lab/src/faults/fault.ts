/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { KubernetesClient } from '../kubernetes/client';
import type { Machine } from '../machine/machine';
import type { Profile } from '../profiles/profile';
import type { LabDescription } from '../state/description';

/** Values a person or a test gives to a fault, by parameter name. */
export type FaultArguments = Readonly<Record<string, string>>;

/** Anything JSON can hold: what a fault must remember to undo itself. */
export type UndoData = Readonly<Record<string, unknown>>;

export interface FaultParameter {
  name: string;
  description: string;
  /** Used if none is given. A parameter without default must be given. */
  defaultValue?: (context: FaultContext) => string | undefined;
  /** All values that are possible in this lab; without it any text goes and the fault checks it. */
  allowed?: (context: FaultContext) => readonly string[];
}

/** What faults work with. */
export interface FaultContext {
  lab: LabDescription;
  profile: Profile;
  /** With an administrator's rights, through the endpoint. */
  client: KubernetesClient;
  /** All machines of the lab, or those of one role. */
  machines(role?: LabDescription['machines'][number]['role']): Machine[];
  machine(name: string): Machine;
  log(line: string): void;
}

/**
 * Something that goes wrong, and how it is put right. `prepare` only looks, and
 * throws if the fault is not possible now; what it returns is on disk before
 * `inject` begins, so that a fault that was interrupted half-way can still be
 * undone. `heal` may be called twice.
 */
export interface Fault {
  name: string;
  /** One sentence: what is done and what it stands for. */
  description: string;
  parameters: readonly FaultParameter[];
  /** What it changes; see {@link claims}. Without it, the fault stands beside every other. */
  claims?(context: FaultContext, args: FaultArguments): readonly string[];
  prepare?(context: FaultContext, args: FaultArguments): Promise<UndoData>;
  inject(
    context: FaultContext,
    args: FaultArguments,
    undo: UndoData,
  ): Promise<void>;
  heal(
    context: FaultContext,
    args: FaultArguments,
    undo: UndoData,
  ): Promise<void>;
}
