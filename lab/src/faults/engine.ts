/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { existsSync, readFileSync } from 'node:fs';
import { writeJson } from '../state/description';
import { labPaths } from '../state/paths';
import { faultByName } from './index';
import type { Fault, FaultArguments, FaultContext, UndoData } from './fault';

/** A fault in force, as kept on disk. */
export interface ActiveFault {
  name: string;
  args: FaultArguments;
  undo: UndoData;
  since: string;
}

export function activeFaults(lab: string): ActiveFault[] {
  const { faults } = labPaths(lab);
  return existsSync(faults)
    ? (JSON.parse(readFileSync(faults, 'utf8')) as ActiveFault[])
    : [];
}

/** Injects a fault, or refuses it before anything is recorded or changed. It is on disk as active before anything is changed. */
export async function injectFault(
  context: FaultContext,
  name: string,
  given: FaultArguments,
): Promise<ActiveFault> {
  const fault = faultByName(name);
  const args = completeArguments(fault, context, given);
  const active = activeFaults(context.lab.name);
  if (active.some(other => isSame(other, name, args))) {
    throw new Error(
      `Fault ${describe(
        name,
        args,
      )} is in force already. Heal it first: npm run lab -- heal ${name}`,
    );
  }
  assertUnclaimed(context, fault, args, active);
  const undo = (await fault.prepare?.(context, args)) ?? {};
  const entry = { name, args, undo, since: new Date().toISOString() };
  save(context, [...active, entry]);
  await fault.inject(context, args, undo);
  return entry;
}

function assertUnclaimed(
  context: FaultContext,
  fault: Fault,
  args: FaultArguments,
  active: readonly ActiveFault[],
): void {
  const wanted = fault.claims?.(context, args) ?? [];
  for (const other of active) {
    const held = faultByName(other.name).claims?.(context, other.args) ?? [];
    const both = wanted.find(claim => held.includes(claim));
    if (both !== undefined) {
      const name = describe(other.name, other.args);
      throw new Error(
        `Fault ${describe(
          fault.name,
          args,
        )} changes ${both}, and so does ${name}, which is in force: both could not be undone. Heal that first: npm run lab -- heal ${name}`,
      );
    }
  }
}

/**
 * Undoes all faults, those of a name, or the one of a name and values; the last
 * one first. One that resists does not keep the others in force: it stays on
 * record, and an error tells of it at the end. Returns what was undone.
 */
export async function healFaults(
  context: FaultContext,
  name?: string,
  given?: FaultArguments,
): Promise<ActiveFault[]> {
  const fault = name === undefined ? undefined : faultByName(name);
  const args = fault && given && completeArguments(fault, context, given);
  const chosen = activeFaults(context.lab.name)
    .reverse()
    .filter(entry => name === undefined || entry.name === name)
    .filter(entry => !args || isSame(entry, entry.name, args));
  const healed: ActiveFault[] = [];
  const failures: { text: string; error: unknown }[] = [];
  for (const entry of chosen) {
    try {
      await faultByName(entry.name).heal(context, entry.args, entry.undo);
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      failures.push({
        text: `${describe(entry.name, entry.args)}: ${said}`,
        error,
      });
      continue;
    }
    save(
      context,
      activeFaults(context.lab.name).filter(
        other => !isSame(other, entry.name, entry.args),
      ),
    );
    healed.push(entry);
  }
  if (failures.length > 0) {
    throw new Error(
      `${failures.length} of ${
        chosen.length
      } faults could not be healed and are still in force:\n${failures
        .map(({ text }) => `- ${text}`)
        .join('\n')}`,
      { cause: failures[0].error },
    );
  }
  return healed;
}

/** Fills in defaults and refuses what the fault does not know, naming what it does. */
export function completeArguments(
  fault: Fault,
  context: FaultContext,
  given: FaultArguments,
): FaultArguments {
  const known = fault.parameters.map(parameter => parameter.name);
  const unknown = Object.keys(given).find(name => !known.includes(name));
  if (unknown !== undefined) {
    throw new Error(
      `Fault ${fault.name} has no parameter "${unknown}". Allowed: ${
        known.join(', ') || 'none'
      }.`,
    );
  }
  return Object.fromEntries(
    fault.parameters.map(parameter => {
      const value = given[parameter.name] ?? parameter.defaultValue?.(context);
      const allowed = parameter.allowed?.(context);
      const choices = allowed ? ` Allowed: ${allowed.join(', ')}.` : '';
      if (value === undefined) {
        throw new Error(
          `Fault ${fault.name} needs ${parameter.name}: ${parameter.description}.${choices}`,
        );
      }
      if (allowed && !allowed.includes(value)) {
        throw new Error(
          `Fault ${fault.name}: ${parameter.name} "${value}" is not possible in lab ${context.lab.name}.${choices}`,
        );
      }
      return [parameter.name, value];
    }),
  );
}

/** Values given by position, as on the command line, or as name=value. */
export function argumentsFromWords(
  fault: Fault,
  words: readonly string[],
): FaultArguments {
  const result: Record<string, string> = {};
  let position = 0;
  for (const word of words) {
    const [, name, value] = /^([a-z][a-zA-Z]*)=(.*)$/.exec(word) ?? [];
    if (name !== undefined) {
      result[name] = value;
    } else {
      const parameter = fault.parameters[position];
      if (!parameter) {
        throw new Error(
          `Fault ${fault.name} takes at most ${
            fault.parameters.length
          } values (${fault.parameters
            .map(known => known.name)
            .join(', ')}); "${word}" is one too many.`,
        );
      }
      result[parameter.name] = word;
      position += 1;
    }
  }
  return result;
}

export function describe(name: string, args: FaultArguments): string {
  const values = Object.values(args).join(' ');
  return values ? `${name} ${values}` : name;
}

function isSame(
  other: ActiveFault,
  name: string,
  args: FaultArguments,
): boolean {
  return describe(other.name, other.args) === describe(name, args);
}

function save(context: FaultContext, active: ActiveFault[]): void {
  writeJson(labPaths(context.lab.name).faults, active);
}
