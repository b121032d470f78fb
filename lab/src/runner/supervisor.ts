/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { SupervisedProcess } from './supervisedProcess';
import type { Unit } from './unit';

/** Makes the running processes those of the units asked for. */
export class Supervisor {
  readonly #logFolder: string;
  readonly #log: (line: string) => void;
  readonly #onChange: () => void;
  readonly #processes = new Map<string, SupervisedProcess>();
  #turn: Promise<void> = Promise.resolve();

  constructor(
    logFolder: string,
    log: (line: string) => void,
    onChange: () => void,
  ) {
    this.#logFolder = logFolder;
    this.#log = log;
    this.#onChange = onChange;
  }

  processes(): SupervisedProcess[] {
    return [...this.#processes.values()];
  }

  /** Ends units that are gone or changed, starts those that are new. */
  apply(units: readonly Unit[]): void {
    this.#turn = this.#turn.then(() => this.#apply(units));
    this.#turn.catch(error => this.#log(`supervisor: ${error}`));
  }

  async #apply(units: readonly Unit[]): Promise<void> {
    const wanted = new Map(units.map(unit => [unit.name, unit]));
    await Promise.all(
      this.processes()
        .filter(({ unit }) => wanted.get(unit.name)?.hash !== unit.hash)
        .map(async running => {
          await running.stop();
          this.#processes.delete(running.unit.name);
        }),
    );
    for (const unit of units) {
      if (!this.#processes.has(unit.name)) {
        const supervised = new SupervisedProcess(
          unit,
          this.#logFolder,
          this.#log,
          this.#onChange,
        );
        this.#processes.set(unit.name, supervised);
        supervised.start();
      }
    }
    this.#onChange();
  }
}
