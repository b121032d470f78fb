/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { openApiFile } from '../apiRouter';

const responseSchema = z.union([
  z.object({ $ref: z.string() }),
  z.object({
    // One type for each response: JSON, or CSV as a string.
    content: z.record(
      z.string(),
      z.object({ schema: z.record(z.string(), z.unknown()) }),
    ),
  }),
]);
const descriptionSchema = z.object({
  components: z.object({ responses: z.record(z.string(), responseSchema) }),
  paths: z.record(
    z.string(),
    z
      .partialRecord(
        z.enum(['get', 'post']),
        z.object({
          operationId: z.string(),
          responses: z.record(z.string(), responseSchema),
        }),
      )
      // There is one operation a path.
      .transform(operations => Object.values(operations)[0]),
  ),
});

/** Holds answers of the API against openapi.yaml, and remembers which operations it has seen. */
export class ResponseValidator {
  /** `getFleet 200`, `getCluster default`: every described response that was validated. */
  readonly seen = new Set<string>();
  readonly #written: { components: object };
  readonly #description: z.infer<typeof descriptionSchema>;
  readonly #ajv = addFormats(new Ajv({ strict: false, allErrors: true }));

  constructor() {
    this.#written = parse(readFileSync(openApiFile, 'utf8'));
    this.#description = descriptionSchema.parse(this.#written);
  }

  /** Every response that is described, as in `seen`. */
  get described(): string[] {
    return Object.values(this.#description.paths).flatMap(operation =>
      Object.keys(operation.responses).map(
        code => `${operation.operationId} ${code}`,
      ),
    );
  }

  /** Path templates with their operation ids. */
  get operations(): [path: string, operationId: string][] {
    return Object.entries(this.#description.paths).map(
      ([path, { operationId }]) => [path, operationId],
    );
  }

  /**
   * Errors: Error with the path, the status and every deviation, when the
   * answer is not as described or nothing describes it.
   */
  check(pathname: string, status: number, body: unknown): void {
    const found = Object.entries(this.#description.paths).find(([template]) =>
      new RegExp(`${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
    );
    const operation = found?.[1];
    const code =
      operation && String(status) in operation.responses ? status : 'default';
    const response = operation?.responses[code];
    if (!operation || !response) {
      throw new Error(`${pathname} ${status} is not described.`);
    }
    this.seen.add(`${operation.operationId} ${code}`);
    const validate = this.#ajv.compile({
      ...this.#schemaOf(response),
      components: this.#written.components,
    });
    if (validate(body)) return;
    throw new Error(
      `${pathname} ${status} is not as described: ${this.#ajv.errorsText(
        validate.errors,
        { dataVar: 'body' },
      )}`,
    );
  }

  #schemaOf(response: z.infer<typeof responseSchema>): object {
    if ('content' in response) {
      return Object.values(response.content)[0].schema;
    }
    const name = response.$ref.split('/').at(-1) ?? '';
    const named = this.#description.components.responses[name];
    if (!named) throw new Error(`${response.$ref} is not described.`);
    return this.#schemaOf(named);
  }
}
